import { toPrintable } from '#shared/reports/base/printable.ts';
import table from './confusables.json';

/** The Latin letters and digits that each confusable character looks like (UTS #39, confusables.txt). */
const prototypes = new Map(
  Object.entries(table.prototypes).flatMap(([prototype, characters]) =>
    Array.from(characters, (character) => [character, prototype] as const),
  ),
);
/**
 * A word with a 0 or 1 between letters, or a capital I behind a lower-case letter: `Qu1ll`, `QuiIl`. A word with other digits, or only
 * hexadecimal ones, is a number.
 */
const disguisedAscii = /^(?=[^2-9]*$)(?![\da-fA-F]*$)(?:.*[A-Za-z][01]+[A-Za-z]|.*[a-z]I[a-z])/;

/**
 * Replaces the letters of other scripts in a word by the Latin ones that they look like; null when the word has none. `written` is
 * the word in its original case, because capital and small letters look like different ones. `normalized` is its form for the
 * search.
 */
function foldConfusables(written: string, normalized: string): string | null {
  const folded = Array.from(written, (character) => prototypes.get(character) ?? character)
    .join('')
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase();
  return folded === normalized ? null : folded;
}

/** A number with letters in place of digits: `o2o`, `7946O`. */
const disguisedNumber = /^(?=.*[2-9])(?=.*[OoIl])[\dOoIl]+$/;

/** Whether an ASCII word mixes characters in a way that disguises a letter or a digit. */
export function isDisguisedAscii(written: string): boolean {
  return disguisedAscii.test(written) || disguisedNumber.test(written);
}

/** Replaces confusable ASCII characters of a folded word, so that they are equal: l, i and 1; o and 0; m and rn. */
export function toSkeleton(folded: string): string {
  return folded.replace(/[i1]/g, 'l').replace(/0/g, 'o').replace(/m/g, 'rn');
}

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

/** A word in the form for comparison. */
export interface NormalizedWord {
  characters: string;
  /** Whether it begins with a capital letter, or with a character that has no case. */
  isCapital: boolean;
  /** Its form in Latin letters if it has confusable characters, else null. */
  folded: string | null;
}

/** Converts a decimal digit of any script to ASCII. The ten digits of a script are contiguous (Unicode Standard, section 4.6). */
function toAsciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/**
 * Splits a text into words in the form for comparison: only letters and digits, in one width (NFKC) and case, without marks, and
 * with ASCII digits. Characters that a report can't contain separate words, because `toPrintable` replaces them by symbols.
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

/** The words of a text in the form for comparison. */
export function normalizeWords(text: string): string[] {
  if (ascii.test(text)) return text.toLowerCase().match(asciiWord) ?? [];
  return listNormalizedWords(text).map(({ characters }) => characters);
}

/** The letters and digits of a text in the form for comparison. */
export function normalizeText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(notAsciiWord, '');
  return normalizeWords(text).join('');
}
