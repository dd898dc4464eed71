import { decodeAs } from './decode-as.ts';
import { guessEncoding } from './guess-encoding.ts';

/** Patterns of letters that were decoded in a wrong encoding. */
const garbled = [
  // A sign within a word, as in "przyjê³a". An ellipsis, a middle dot, an accent or an apostrophe is normal there.
  /\p{L}[\u0080-\u00a9\u00ab-\u00ac\u00ae-\u00af\u00b1-\u00b3\u00b6\u00b8-\u00b9\u00bb-\u00bf×÷‚ƒ„†‡ˆ‰‹•˜™›](?=\p{L})/gu,
  // A capital letter with an accent behind a small letter, as in "kitÖ".
  /\p{Ll}[\u00c0-\u00d6\u00d8-\u00deŠŒŽŸ]/gu,
  // A currency sign or fraction at a code where ISO-8859-15 has a letter.
  /¤|[¼½¾](?=\p{L})/gu,
  // A low quotation mark or a sign for money at the end of a word, as in "adopt‚".
  /\p{L}[‚„¢£¥](?=\s|$)/gu,
  // Letters with accents in a row, as in "Ãîðîä".
  /[\u00c0-\u024f]{3,}/gu,
];

/** The letters of Croatian and Slovene, which the guess does not know. Other encodings have no letters for all of them. */
const southSlavicLetter = /[čćđšž]/giu;
const minSouthSlavicShare = 0.9;

/**
 * Signs that a Cyrillic text was decoded in a wrong encoding: a capital behind a small letter, as in "перваЯ", or a line of a frame
 * within a word.
 */
const garbledCyrillic = /[\u0430-\u045f][\u0400-\u042f]|\p{L}[\u2500-\u259f](?=\p{L})/gu;

const nonAsciiLetter = /(?!\p{ASCII})\p{L}/gu;

/** The share of letters beyond ASCII that may look garbled by chance. */
const maxGarbledShare = 0.1;
/** At least this many letters beyond ASCII let a guess decide against the label of Western text; fewer only cast doubt. */
const minLettersToCorrect = 16;

/** A doubt about an encoding that a file declares, and the encoding that the file should be read in. */
interface Doubt {
  knownBy: 'corrected' | 'doubted';
  encoding: string;
}

/**
 * Doubts a declared encoding in which no byte of a file is invalid, because in old encodings of one byte hardly any ever is: when the
 * letters of the text look garbled, or when a guess gives another text. Western is what many programs declare whatever they
 * write, so the guess counts more than that label. Null when there is no doubt.
 */
export function doubtEncoding(bytes: Uint8Array, declared: string, text: string): Doubt | null {
  const guessed = guessEncoding(bytes);
  const guessedText = guessed === null ? text : decodeAs(bytes, guessed);
  const isGarbled = looksGarbled(text);
  const isGuessGarbled = looksGarbled(guessedText);
  const letterCount = countMatches(text, nonAsciiLetter);
  // Quotation marks and dashes alone say nothing about the letters.
  if (guessed === null || guessedText === text || isGuessGarbled || (letterCount === 0 && !isGarbled))
    return isGarbled ? { knownBy: 'doubted', encoding: declared } : null;
  if (isSouthSlavic(text, letterCount) || (!isGarbled && isBetterCyrillic(text, guessedText))) return null;
  const canCorrect = isGarbled || letterCount >= minLettersToCorrect;
  return declared === 'windows-1252' && canCorrect
    ? { knownBy: 'corrected', encoding: guessed }
    : { knownBy: 'doubted', encoding: declared };
}

const countMatches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

function isSouthSlavic(text: string, letterCount: number): boolean {
  const hasBoth = /[čćđ]/iu.test(text) && /[šž]/iu.test(text);
  return hasBoth && countMatches(text, southSlavicLetter) >= minSouthSlavicShare * letterCount;
}

function isBetterCyrillic(text: string, other: string): boolean {
  return countMatches(text, garbledCyrillic) === 0 && countMatches(other, garbledCyrillic) > 0;
}

function looksGarbled(text: string): boolean {
  const count = garbled.reduce((sum, pattern) => sum + countMatches(text, pattern), 0);
  return count > maxGarbledShare * (countMatches(text, nonAsciiLetter) + count);
}
