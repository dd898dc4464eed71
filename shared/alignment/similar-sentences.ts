import { commonSequence } from '../text/longest-common-subsequence';
import type { Window } from './match-blocks';
import { shortestSentence } from './sentence-anchors';
import { at, type Tokens } from './tokens/tokens';
import type { Matching } from './word-matching';

/** The share of the words of both that two sentences have in common at least. */
const leastAlike = 0.6;

/** With more sentences left over, groups of words tell more, and sooner. */
const mostSentences = 300;

/** Two sentences, one of each draft, of which one may be the other, reworded. */
interface Pair {
  readonly before: number;
  readonly after: number;
  readonly alike: number;
  /** How many of the sentences beside them are the same, or how often both are the first or the last. */
  readonly neighbours: number;
}

/** The sentences of a draft by their first words, and which of them hold no matched word. */
interface Sentences {
  readonly tokens: Tokens;
  readonly starts: Int32Array;
  readonly free: readonly number[];
}

/**
 * Sentences that were reworded: of those without a matched word, each with the one that is most like it, wherever it stands;
 * of equals the one beside the same neighbours. Where nothing tells which, none.
 */
export function likeSentences(
  matching: Matching,
  starts: { readonly before: Int32Array; readonly after: Int32Array },
): Window[] {
  const before = sentencesOf(matching.before, starts.before, matching.taken.before);
  const after = sentencesOf(matching.after, starts.after, matching.taken.after);
  if (Math.max(before.free.length, after.free.length) > mostSentences) return [];
  const pairs = pairsOf(matching, before, after).sort((a, b) => rank(b) - rank(a));
  const used = { before: new Set<number>(), after: new Set<number>() };
  const found: Window[] = [];
  for (let index = 0; index < pairs.length; ) {
    const first = pairs[index];
    if (!first) break;
    let end = index;
    while (end < pairs.length && rank(pairs[end] ?? first) === rank(first)) end += 1;
    const equals = pairs
      .slice(index, end)
      .filter((pair) => !used.before.has(pair.before) && !used.after.has(pair.after));
    for (const pair of equals) {
      const isOnly = equals.every(
        (other) => other === pair || (other.before !== pair.before && other.after !== pair.after),
      );
      used.before.add(pair.before);
      used.after.add(pair.after);
      if (isOnly) found.push(windowOf(before, after, pair));
    }
    index = end;
  }
  return found.sort((a, b) => a.before - b.before);
}

function rank({ alike, neighbours }: Pair): number {
  return alike + neighbours / 1_000;
}

function sentencesOf(tokens: Tokens, starts: Int32Array, taken: Uint8Array): Sentences {
  const free: number[] = [];
  for (let index = 0; index + 1 < starts.length; index += 1) {
    let word = at(starts, index);
    if (at(starts, index + 1) - word < shortestSentence) continue;
    while (word < at(starts, index + 1) && taken[word] === 0) word += 1;
    if (word === at(starts, index + 1)) free.push(index);
  }
  return { tokens, starts, free };
}

function windowOf(before: Sentences, after: Sentences, pair: { before: number; after: number }): Window {
  return {
    before: at(before.starts, pair.before),
    beforeEnd: at(before.starts, pair.before + 1),
    after: at(after.starts, pair.after),
    afterEnd: at(after.starts, pair.after + 1),
  };
}

/** The pairs that are alike enough. Only sentences that share a word are compared. */
function pairsOf(matching: Matching, before: Sentences, after: Sentences): Pair[] {
  const holding = new Map<number, Set<number>>();
  for (const index of after.free)
    for (let word = at(after.starts, index); word < at(after.starts, index + 1); word += 1) {
      const id = at(after.tokens.ids, word);
      const sentences = holding.get(id);
      if (sentences) sentences.add(index);
      else holding.set(id, new Set([index]));
    }
  const pairs: Pair[] = [];
  for (const index of before.free) {
    const shared = new Map<number, number>();
    for (let word = at(before.starts, index); word < at(before.starts, index + 1); word += 1)
      for (const other of holding.get(at(before.tokens.ids, word)) ?? [])
        shared.set(other, (shared.get(other) ?? 0) + 1);
    for (const [other, count] of shared) {
      const window = windowOf(before, after, { before: index, after: other });
      const [length, otherLength] = [window.beforeEnd - window.before, window.afterEnd - window.after];
      // In any order; in the same order they share no more.
      if (2 * count < leastAlike * (length + otherLength)) continue;
      const same = (a: number, b: number) =>
        at(before.tokens.ids, window.before + a) === at(after.tokens.ids, window.after + b);
      const alike = (2 * commonSequence(length, otherLength, same).length) / (length + otherLength);
      if (alike >= leastAlike)
        pairs.push({ before: index, after: other, alike, neighbours: neighboursOf(matching, window) });
    }
  }
  return pairs;
}

function neighboursOf(
  { partners, origins }: Matching,
  { before, beforeEnd, after, afterEnd }: Window,
): number {
  const isSameLeft = before === 0 || after === 0 ? before === after : at(partners, before - 1) === after - 1;
  const [isLast, isLastAfter] = [beforeEnd === partners.length, afterEnd === origins.length];
  const isSameRight = isLast || isLastAfter ? isLast === isLastAfter : at(partners, beforeEnd) === afterEnd;
  return Number(isSameLeft) + Number(isSameRight);
}
