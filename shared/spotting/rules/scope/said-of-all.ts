import { wordClass as is } from '../../lexicon/word-class';
import { isOf, isWord } from '../../tokens/token';
import { isNumber } from '../read-count';
import type { Candidate, ReadSentence } from '../rule';
import { isCounted, isPlural, withPlural, withSingular } from './counted-nouns';
import { share } from './share';

/** "Every member", "every single vote", "every one of them", "each of the schools". */
export function readEvery({ tokens }: ReadSentence, index: number): Candidate | null {
  const next = tokens[index + 1];
  if (isWord(next, 'one', 'of') && isWord(tokens[isWord(next, 'one') ? index + 2 : index + 1], 'of')) {
    const at = isWord(next, 'one') ? index + 3 : index + 2;
    const noun = isOf(tokens[at], is.determiner) ? at + 1 : at;
    return isCounted(tokens[noun]) ? share(index, withPlural(tokens, noun), 0.42, 'Said of all') : null;
  }
  if (isWord(tokens[index], 'each') || isNumber(next)) return null;
  const noun = isWord(next, 'single', 'other') ? index + 2 : index + 1;
  if (!isCounted(tokens[noun])) return null;
  return share(index, withSingular(tokens, noun), 0.42, 'Said of all');
}

/** "All 27 members", "all five judges", "all of the schools". */
export function readAll({ tokens }: ReadSentence, index: number): Candidate | null {
  if (isWord(tokens[index - 1], 'at', 'after', 'not', 'above', 'of', 'we', 'you')) return null;
  const next = tokens[index + 1];
  const isOfThem = isWord(next, 'of') && isOf(tokens[index + 2], is.determiner);
  const at = isOfThem ? index + 3 : isWord(next, 'the', 'its', 'their', 'our') ? index + 2 : index + 1;
  if (isNumber(tokens[at]) && isCounted(tokens[at + 1])) {
    const hasLargeNumber = tokens[at]?.type === 'number';
    return share(
      index,
      Math.max(at + 2, withPlural(tokens, at + 1)),
      hasLargeNumber ? 0.64 : 0.5,
      'Said of all',
    );
  }
  if (!isCounted(tokens[at]) || !(isOfThem || isPlural(tokens[at]))) return null;
  return share(index, withPlural(tokens, at), 0.38, 'Said of all');
}
