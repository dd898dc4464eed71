import { intAt } from '#shared/text/sequences/at.ts';
import { appendToHash } from '#shared/text/sequences/rolling-hash.ts';
import { rateBreakBefore, sentenceBreak, type Tokens } from '#shared/text-changes/tokens/tokens.ts';
import type { DraftOccurrences } from './ngram-occurrences.ts';
import { hasSameTokens, type MatchBlock } from './token-matching.ts';

/** Shorter sentences say too little to be looked for anywhere in a draft. */
export const minSentenceTokens = 3;

/** Stands for the position of a sentence that occurs more than once. */
const several = -1;

/** The first token of each sentence of the two drafts, each list ending with the number of all tokens. */
export interface SentenceStarts {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/**
 * The first token of each sentence, and at the end the number of all tokens. A sentence ends where the text between tokens says
 * so.
 */
export function findSentenceStarts(tokens: Tokens): Int32Array {
  const { text, count, starts, ends } = tokens;
  const found = new Int32Array(count + 1);
  let sentences = 0;
  for (let token = 0; token < count; token += 1) {
    // Nearly always there is a single space, which needs no rating.
    const isSpace =
      token > 0 &&
      intAt(starts, token) - intAt(ends, token - 1) === 1 &&
      text.charCodeAt(intAt(ends, token - 1)) === 0x20;
    if (isSpace || rateBreakBefore(tokens, token) < sentenceBreak) continue;
    found[sentences] = token;
    sentences += 1;
  }
  found[sentences] = count;
  return found.subarray(0, sentences + 1);
}

function forEachSentence(starts: Int32Array, visit: (start: number, end: number) => void): void {
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const [start, end] = [intAt(starts, index), intAt(starts, index + 1)];
    if (end - start >= minSentenceTokens) visit(start, end);
  }
}

function hashTokens({ ids }: Tokens, start: number, end: number): number {
  let hash = end - start;
  for (let token = start; token < end; token += 1) hash = appendToHash(hash, intAt(ids, token));
  return hash;
}

/** Answers for sentences, which must come in order of the draft before, whether one lies within one of the blocks. */
function createWithinTest(blocks: readonly MatchBlock[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    let block = blocks[next];
    while (block && block.before + block.length < end) {
      next += 1;
      block = blocks[next];
    }
    return block !== undefined && block.before <= start;
  };
}

/**
 * Finds whole sentences that occur once in each draft, in order of the draft before. They are the same sentence however short
 * they are, which matters in short texts, where no n-gram may be unique. Sentences within `ngrams`, which are known to be
 * unique, are left out.
 */
export function findSentenceAnchors(
  { before, after }: { readonly before: Tokens; readonly after: Tokens },
  occurrences: DraftOccurrences,
  starts: SentenceStarts,
  ngrams: readonly MatchBlock[],
): MatchBlock[] {
  const isKnown = createWithinTest(ngrams);
  const startsByHash = new Map<number, number>();
  forEachSentence(starts.before, (start, end) => {
    if (isKnown(start, end)) return;
    const hash = hashTokens(before, start, end);
    startsByHash.set(hash, startsByHash.has(hash) ? several : start);
  });
  const blocks = new Map<number, MatchBlock>();
  forEachSentence(starts.after, (start, end) => {
    const partner = startsByHash.get(hashTokens(after, start, end)) ?? several;
    if (partner !== several) blocks.set(partner, { before: partner, after: start, length: end - start });
  });
  // A copy may also occur where no sentence was found to start.
  const occursOnce = (block: MatchBlock) => {
    if (!hasSameTokens(before, after, block)) return false;
    const range = { start: block.before, end: block.before + block.length };
    return [occurrences.before, occurrences.after].every((finder) => finder.find(before, range).length === 1);
  };
  return [...blocks.values()].filter(occursOnce).sort((a, b) => a.before - b.before);
}
