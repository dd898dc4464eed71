/** The lengths of a common start and a common end of two strings, in UTF-16 code units. */
export interface CommonAffixes {
  readonly prefix: number;
  readonly suffix: number;
}

/**
 * Whether an offset lies at a single space between two words. There a text can be cut for comparing, because nothing on one side
 * has an effect on how the other is split into tokens.
 */
function isBetweenWords(text: string, offset: number): boolean {
  return /^\p{L} \p{L}/u.test(text.slice(offset - 1, offset + 2));
}

/** The longest common start and end of two strings that can be left out when their words are compared. */
export function findCommonAffixes(before: string, after: string): CommonAffixes {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix += 1;
  // The letter behind the space has to be the same as well.
  prefix -= 2;
  while (prefix > 0 && !isBetweenWords(before, prefix)) prefix -= 1;
  prefix = Math.max(0, prefix);
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)
  )
    suffix += 1;
  suffix -= 1;
  while (suffix > 0 && !isBetweenWords(before, before.length - suffix)) suffix -= 1;
  return { prefix, suffix: Math.max(0, suffix) };
}
