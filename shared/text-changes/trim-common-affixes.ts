/** How many UTF-16 units at both ends of two strings are the same, and may be left out when their words are compared. */
export interface SameEnds {
  readonly start: number;
  readonly end: number;
}

/** A place where a word ends and another begins, with one space between: nothing on one side bears on the other. */
function isBetweenWords(text: string, at: number): boolean {
  return /^\p{L} \p{L}/u.test(text.slice(at - 1, at + 2));
}

/** The longest common start and end that a word's border ends. */
export function sameEnds(before: string, after: string): SameEnds {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  // One unit more than the border has to be the same, so that both go on with a letter.
  start -= 2;
  while (start > 0 && !isBetweenWords(before, start)) start -= 1;
  start = Math.max(0, start);
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end += 1;
  end -= 1;
  while (end > 0 && !isBetweenWords(before, before.length - end)) end -= 1;
  return { start, end: Math.max(0, end) };
}
