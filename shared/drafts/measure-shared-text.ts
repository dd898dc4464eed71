import type { Tokens } from '../alignment/tokens/tokens';
import { intAt } from '../text/sequences/at';
import { appendToHash } from '../text/sequences/rolling-hash';

/** The tokens of an n-gram. */
const ngramSize = 4;

/** A text of fewer tokens is too short to measure. */
const minTokens = 20;

/**
 * Two texts that share less than this may be of different articles. In 117 real articles the first and the last published text
 * share at least 0.73, and 0.99 in the median. 99 % of the 6,786 pairs of different articles among them share less than 0.01;
 * six share more than this limit: texts that were published twice, and series that repeat whole paragraphs.
 */
const minSharedText = 0.1;

function hashNgrams({ ids, count }: Tokens): Set<number> {
  const hashes = new Set<number>();
  for (let start = 0; start + ngramSize <= count; start += 1) {
    let hash = 0;
    for (let token = start; token < start + ngramSize; token += 1)
      hash = appendToHash(hash, intAt(ids, token));
    hashes.add(hash);
  }
  return hashes;
}

/**
 * The share of the shorter draft's distinct n-grams that the other one has as well, from 0 to 1; 1 where a draft is too short to
 * measure. A draft that was cut or extended shares all that is left, wherever it moved.
 */
export function measureSharedText(before: Tokens, after: Tokens): number {
  if (Math.min(before.count, after.count) < minTokens) return 1;
  const [fewer, more] = [hashNgrams(before), hashNgrams(after)].sort((a, b) => a.size - b.size);
  if (!fewer || !more) return 1;
  let shared = 0;
  for (const hash of fewer) if (more.has(hash)) shared += 1;
  return shared / fewer.size;
}

/** Whether a draft shares so little text with the one before that it may be of another article. */
export function mayBeAnotherArticle(shared: number): boolean {
  return shared < minSharedText;
}
