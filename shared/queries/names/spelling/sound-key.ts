/** Pairs of spellings that sound alike in English or German names, in the order in which they are replaced. */
const alike: readonly (readonly [RegExp, string])[] = [
  [/ß/gu, 'ss'],
  [/^geo(?=f)/gu, 'je'],
  [/x/gu, 'ks'],
  [/[æ]|ae/gu, 'a'],
  [/[øœ]|oe/gu, 'o'],
  [/ue/gu, 'u'],
  [/ph|v/gu, 'f'],
  [/ck|q|c(?=[aourlk])|c$/gu, 'k'],
  [/th|dt/gu, 't'],
  [/tz/gu, 'z'],
  [/y|j$/gu, 'i'],
  [/a[iy]|e[iy]/gu, 'ei'],
  [/(?<=[aeioun])h(?![aeiou])/gu, ''],
  [/(\p{L})\1+/gu, '$1'],
  [/(?<=[^aeiou])e$/gu, ''],
  [/d$/gu, 't'],
];

/**
 * Folds a name (in lower case without accents) to what remains when spellings that sound alike are made equal: Smith and Smyth,
 * Steven and Stephen, Mueller and Muller, Browne and Brown.
 */
export function toSoundKey(key: string): string {
  return alike.reduce((folded, [spelling, plain]) => folded.replace(spelling, plain), key);
}
