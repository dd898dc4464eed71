import { toPrintable } from '../../printable';
import { foldConfusables, isDisguisedAscii } from './confusables';

const ascii = /^[\t\n -~]*$/;
const asciiWord = /[a-z0-9]+/g;
const notAsciiWord = /[^a-z0-9]+/g;
const asciiWrittenWord = /[A-Za-z0-9]+/g;
const asciiLower = /^[a-z]/;
const word = /[\p{L}\p{N}\p{M}]+/gu;
const invisible = /\p{Cf}/gu;
const marks = /\p{M}+/gu;
const capital = /^(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N})/u;
const digit = /\p{Nd}/gu;

/** A word in the form in which it is compared. */
export interface NormalizedWord {
  characters: string;
  /** Whether it begins with a capital letter, or with a character that has no case. */
  isCapital: boolean;
  /** Its form in Latin letters when it has confusable characters, or else null. */
  folded: string | null;
}

/** The value of a decimal digit of any script, as an ASCII digit: each set of ten is contiguous (Unicode 4.6). */
function toAsciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/**
 * Splits a text into words in the form in which they are compared: letters and digits alone, in one width (NFKC) and case,
 * without marks, and decimal digits in ASCII. Characters that a report can't hold separate words, because `toPrintable`
 * replaces them by symbols.
 */
export function listNormalizedWords(text: string): NormalizedWord[] {
  if (ascii.test(text))
    return Array.from(text.match(asciiWrittenWord) ?? [], (found) => {
      const characters = found.toLowerCase();
      const folded = isDisguisedAscii(found) ? characters : null;
      return { characters, isCapital: !asciiLower.test(found), folded };
    });
  const plain = toPrintable(text).normalize('NFKC').replace(invisible, '');
  return (plain.match(word) ?? []).flatMap((found): NormalizedWord | [] => {
    const characters = found.toLowerCase().replace(marks, '').replace(digit, toAsciiDigit);
    if (characters === '') return [];
    const isAscii = ascii.test(found);
    const folded = isAscii
      ? isDisguisedAscii(found)
        ? characters
        : null
      : foldConfusables(found, characters);
    return { characters, isCapital: capital.test(found), folded };
  });
}

/** The words of a text in the form in which they are compared. */
export function normalizeWords(text: string): string[] {
  if (ascii.test(text)) return text.toLowerCase().match(asciiWord) ?? [];
  return listNormalizedWords(text).map(({ characters }) => characters);
}

/** The letters and digits of a text in the form in which they are compared. */
export function normalizeText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(notAsciiWord, '');
  return normalizeWords(text).join('');
}
