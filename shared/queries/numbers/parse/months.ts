import { findMonth } from '../../../import/credits/month-names';

/** How many words are remembered, because looking for a month goes through the names of all languages. */
const maxRemembered = 5_000;
const remembered = new Map<string, number | null>();

/** The month, 1 to 12, that a word names; null for other words. A month in lower case counts only in languages that write it so. */
export function readMonth(word: string): number | null {
  if (word.length < 3 || word.length > 14) return null;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  if (remembered.size >= maxRemembered) remembered.clear();
  const month = findMonth(word);
  remembered.set(word, month);
  return month;
}
