import table from './confusables.json';

/** The Latin letters and digits that each confusable character looks like (UTS #39, confusables.txt). */
const prototypes = new Map(
  Object.entries(table.prototypes).flatMap(([prototype, characters]) =>
    Array.from(characters, (character) => [character, prototype] as const),
  ),
);
const marks = /\p{M}+/gu;
/**
 * A digit among letters, or a capital I behind a small letter: `Qu1ll`, `QuiIl`. Other digits, or hexadecimal ones, make it a
 * number.
 */
const disguisedAscii = /^(?=[^2-9]*$)(?![\da-fA-F]*$)(?:.*[A-Za-z][01]+[A-Za-z]|.*[a-z]I[a-z])/;

/**
 * The form of a word in which letters of other scripts are replaced by the Latin ones that they look like; null when the word
 * has none. `written` is the word in its own case, because capital and small letters look like different ones; `normalized`
 * its form for the search.
 */
export function foldConfusables(written: string, normalized: string): string | null {
  const folded = Array.from(written, (character) => prototypes.get(character) ?? character)
    .join('')
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase();
  return folded === normalized ? null : folded;
}

/** Digits among which letters stand for some: `o2o`, `7946O`. */
const disguisedNumber = /^(?=.*[2-9])(?=.*[OoIl])[\dOoIl]+$/;

/** Whether an ASCII word mixes characters in a way that disguises a letter or a digit. */
export function isDisguisedAscii(written: string): boolean {
  return disguisedAscii.test(written) || disguisedNumber.test(written);
}

/** Makes the confusable ASCII characters of a folded word equal: l, i and 1; o and 0; m and rn. */
export function toSkeleton(folded: string): string {
  return folded.replace(/[i1]/g, 'l').replace(/0/g, 'o').replace(/m/g, 'rn');
}
