import { at, intAt } from '#shared/text/sequences/at.ts';
import { longestCommonSubsequence } from '#shared/text/sequences/longest-common-subsequence.ts';
import type { Tokens } from '#shared/text-changes/tokens/tokens.ts';
import { minSentenceTokens, type SentenceStarts } from './sentence-anchors.ts';
import { type TokenMatching, type TokenWindow, unmatched } from './token-matching.ts';

/** The share of their tokens that two sentences have in common, at least, for one to be the other reworded. */
const minSimilarity = 0.6;

/** A sentence of each draft, of which one may be the other reworded. */
interface SentencePair {
  readonly before: number;
  readonly after: number;
  readonly similarity: number;
  /** How many neighbours the two share, 0 to 2: the same sentence beside them, or the same end of the text. */
  readonly neighbours: number;
}

/** The sentences of a draft, and the indexes of those that hold no matched token. */
interface Sentences {
  readonly tokens: Tokens;
  readonly starts: Int32Array;
  readonly free: readonly number[];
}

/** The pairs that are similar enough. Only sentences that share a token are compared. */
function findSimilarPairs(matching: TokenMatching, before: Sentences, after: Sentences): SentencePair[] {
  const sentencesById = new Map<number, Set<number>>();
  for (const index of after.free)
    for (const id of getIds(after, index)) {
      const sentences = sentencesById.get(id);
      if (sentences) sentences.add(index);
      else sentencesById.set(id, new Set([index]));
    }
  const pairs: SentencePair[] = [];
  for (const index of before.free) {
    const sharedCounts = new Map<number, number>();
    for (const id of getIds(before, index))
      for (const other of sentencesById.get(id) ?? [])
        sharedCounts.set(other, (sharedCounts.get(other) ?? 0) + 1);
    for (const [other, shared] of sharedCounts) {
      const pair = { before: index, after: other };
      const window = getWindow(before, after, pair);
      const similarity = measureSimilarity(matching, window, shared);
      if (similarity >= minSimilarity)
        pairs.push({ ...pair, similarity, neighbours: countSharedNeighbours(matching, window) });
    }
  }
  return pairs;
}

/** The tokens of both sentences of a pair; `before` and `after` of the pair are indexes of sentences. */
function getWindow(
  before: Sentences,
  after: Sentences,
  pair: Pick<SentencePair, 'before' | 'after'>,
): TokenWindow {
  return {
    before: intAt(before.starts, pair.before),
    beforeEnd: intAt(before.starts, pair.before + 1),
    after: intAt(after.starts, pair.after),
    afterEnd: intAt(after.starts, pair.after + 1),
  };
}

function getIds({ tokens, starts }: Sentences, index: number): Int32Array {
  return tokens.ids.subarray(intAt(starts, index), intAt(starts, index + 1));
}

/** The share of tokens in common in the same order, 0 to 1; 0 where `shared`, those in any order, are too few already. */
function measureSimilarity({ before, after }: TokenMatching, window: TokenWindow, shared: number): number {
  const [length, otherLength] = [window.beforeEnd - window.before, window.afterEnd - window.after];
  if (2 * shared < minSimilarity * (length + otherLength)) return 0;
  const isEqual = (a: number, b: number) =>
    intAt(before.ids, window.before + a) === intAt(after.ids, window.after + b);
  const common = longestCommonSubsequence(length, otherLength, isEqual).length;
  return (2 * common) / (length + otherLength);
}

function countSharedNeighbours(
  { partners, origins }: TokenMatching,
  { before, beforeEnd, after, afterEnd }: TokenWindow,
): number {
  const isSameLeft =
    before === 0 || after === 0 ? before === after : intAt(partners, before - 1) === after - 1;
  const [isLast, isLastAfter] = [beforeEnd === partners.length, afterEnd === origins.length];
  const isSameRight =
    isLast || isLastAfter ? isLast === isLastAfter : intAt(partners, beforeEnd) === afterEnd;
  return Number(isSameLeft) + Number(isSameRight);
}

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
