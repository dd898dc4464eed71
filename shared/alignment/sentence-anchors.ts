import { partedAt, sentenceEnd } from './boundary-slide';
import type { Run } from './match-blocks';
import type { Occurrences } from './ngram-occurrences';
import { at, type Tokens } from './tokens/tokens';
import { sameWords } from './unique-ngrams';

/** A sentence of fewer words says too little to be looked for anywhere in the draft. */
export const shortestSentence = 3;

const several = -1;

/** By sentence, its first word; last the count of all words. A sentence ends where the signs between two words say so. */
export function sentenceStarts(tokens: Tokens): Int32Array {
  const { text, count, starts, ends } = tokens;
  const found = new Int32Array(count + 1);
  let sentences = 0;
  for (let word = 0; word < count; word += 1) {
    // Nearly always there is one space, and no need to ask.
    const isSpace =
      word > 0 && at(starts, word) - at(ends, word - 1) === 1 && text.charCodeAt(at(ends, word - 1)) === 0x20;
    if (isSpace || partedAt(tokens, word) < sentenceEnd) continue;
    found[sentences] = word;
    sentences += 1;
  }
  found[sentences] = count;
  return found.subarray(0, sentences + 1);
}

/** Finds words in each of the drafts that are compared. */
export interface FindBoth {
  readonly before: Occurrences;
  readonly after: Occurrences;
}

/** Calls `found` with each sentence that is long enough. */
function eachSentence(starts: Int32Array, found: (start: number, end: number) => void): void {
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const [start, end] = [at(starts, index), at(starts, index + 1)];
    if (end - start >= shortestSentence) found(start, end);
  }
}

function hashOf({ ids }: Tokens, start: number, end: number): number {
  let hash = end - start;
  for (let word = start; word < end; word += 1) hash = (Math.imul(hash, 0x01000193) + at(ids, word)) | 0;
  return hash;
}

/** Says of sentences, in order of the draft before, whether one lies within one of the runs. */
function within(runs: readonly Run[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    let run = runs[next];
    while (run && run.before + run.length < end) {
      next += 1;
      run = runs[next];
    }
    return run !== undefined && run.before <= start;
  };
}

/**
 * Whole sentences whose words stand once in each draft, in order of the draft before. They are the same, however short they
 * are: six words in a row (`groupSize`) a short text may have nowhere. Those within groups of words that stand once are left
 * out: of them it is known.
 */
export function sameSentences(
  { before, after, find }: { readonly before: Tokens; readonly after: Tokens; readonly find: FindBoth },
  starts: { readonly before: Int32Array; readonly after: Int32Array },
  groups: readonly Run[],
): Run[] {
  const isKnown = within(groups);
  const places = new Map<number, number>();
  eachSentence(starts.before, (start, end) => {
    if (isKnown(start, end)) return;
    const hash = hashOf(before, start, end);
    places.set(hash, places.has(hash) ? several : start);
  });
  const runs = new Map<number, Run>();
  eachSentence(starts.after, (start, end) => {
    const place = places.get(hashOf(after, start, end)) ?? several;
    if (place !== several) runs.set(place, { before: place, after: start, length: end - start });
  });
  // A copy may stand where no sentence was seen to begin.
  const standsOnce = (run: Run) =>
    sameWords(before, after, run) &&
    [find.before, find.after].every(
      (each) => each.find(before, run.before, run.before + run.length).length === 1,
    );
  return [...runs.values()].filter(standsOnce).sort((a, b) => a.before - b.before);
}
