import { partedAt, sentenceEnd } from './borders';
import type { Run } from './runs';
import { sameWords } from './seeds';
import { at, type Tokens } from './tokens';

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

/** Calls `found` with each sentence that is long enough, and a hash of its words. */
function eachSentence(
  { ids }: Tokens,
  starts: Int32Array,
  found: (start: number, length: number, hash: number) => void,
): void {
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const start = at(starts, index);
    const length = at(starts, index + 1) - start;
    if (length < shortestSentence) continue;
    let hash = length;
    for (let word = start; word < start + length; word += 1)
      hash = (Math.imul(hash, 0x01000193) + at(ids, word)) | 0;
    found(start, length, hash);
  }
}

/**
 * Whole sentences that stand once in each draft, in order of the draft before. They are the same, however short they are:
 * six words in a row (`groupSize`) a short text may have nowhere.
 */
export function sameSentences(
  before: Tokens,
  after: Tokens,
  starts: { readonly before: Int32Array; readonly after: Int32Array },
): Run[] {
  const places = new Map<number, number>();
  eachSentence(before, starts.before, (start, _, hash) =>
    places.set(hash, places.has(hash) ? several : start),
  );
  const runs = new Map<number, Run | null>();
  eachSentence(after, starts.after, (start, length, hash) => {
    const place = places.get(hash) ?? several;
    if (place === several) return;
    const run = { before: place, after: start, length };
    runs.set(place, runs.has(place) || !sameWords(before, after, run) ? null : run);
  });
  return [...runs.values()].filter((run) => run !== null).sort((a, b) => a.before - b.before);
}
