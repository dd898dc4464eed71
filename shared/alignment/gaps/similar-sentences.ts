import { at, intAt } from '../../text/sequences/at';
import { minSentenceTokens, type SentenceStarts } from '../anchors/sentence-anchors';
import type { TokenWindow } from '../blocks/match-blocks';
import { type TokenMatching, unmatched } from '../blocks/token-matching';
import type { Tokens } from '../tokens/tokens';
import { findSimilarPairs, getWindow, type SentencePair, type Sentences } from './sentence-pairs';

/** With more unmatched sentences than this, n-grams find more, and sooner. */
const maxSentences = 300;

/**
 * Finds sentences that were reworded. Each sentence without a matched token is paired with the most similar one, wherever it
 * stands; among equally similar ones with the one that has the same neighbours. Where several remain, none is chosen.
 */
export function findSimilarSentences(matching: TokenMatching, starts: SentenceStarts): TokenWindow[] {
  const before = collectSentences(matching.before, starts.before, matching.states.before);
  const after = collectSentences(matching.after, starts.after, matching.states.after);
  if (Math.max(before.free.length, after.free.length) > maxSentences) return [];
  const pairs = findSimilarPairs(matching, before, after).sort((a, b) => rank(b) - rank(a));
  return choosePairs(pairs)
    .map((pair) => getWindow(before, after, pair))
    .sort((a, b) => a.before - b.before);
}

/** Chooses from pairs in order of their rank. Pairs with the same rank that share a sentence are not chosen. */
function choosePairs(pairs: readonly SentencePair[]): SentencePair[] {
  const used = { before: new Set<number>(), after: new Set<number>() };
  const chosen: SentencePair[] = [];
  for (let start = 0, end = 0; start < pairs.length; start = end) {
    const highest = rank(at(pairs, start));
    while (end < pairs.length && rank(at(pairs, end)) === highest) end += 1;
    const equals = pairs
      .slice(start, end)
      .filter((pair) => !used.before.has(pair.before) && !used.after.has(pair.after));
    for (const pair of equals) {
      const isOnly = equals.every(
        (other) => other === pair || (other.before !== pair.before && other.after !== pair.after),
      );
      used.before.add(pair.before);
      used.after.add(pair.after);
      if (isOnly) chosen.push(pair);
    }
  }
  return chosen;
}

function rank({ similarity, neighbours }: SentencePair): number {
  return similarity + neighbours / 1_000;
}

function collectSentences(tokens: Tokens, starts: Int32Array, states: Uint8Array): Sentences {
  const free: number[] = [];
  for (let index = 0; index + 1 < starts.length; index += 1) {
    let token = intAt(starts, index);
    const end = intAt(starts, index + 1);
    if (end - token < minSentenceTokens) continue;
    while (token < end && states[token] === unmatched) token += 1;
    if (token === end) free.push(index);
  }
  return { tokens, starts, free };
}
