import { at, type Tokens } from './tokens/tokens';

/** How many places of the same words are looked at; more tell a reader nothing. */
const most = 20;

/** A word that stands in this many places or fewer has all of them looked at at once. */
const rare = 8;

/** Words are sorted by as many bits of their id as there are words, up to so many. */
const mostBits = 16;

/** Finds where words stand. */
export interface Occurrences {
  /**
   * The first of each run of words that are those of another draft (or this one) from `start` to `end`; 20 at most. `isWanted`
   * leaves words out, and with them all places that hold one.
   */
  find(words: Tokens, start: number, end: number, isWanted?: (word: number) => boolean): number[];
}

/** Sorts the words of a draft by id when they are first looked for; most drafts never need it. */
export function occurrencesIn(tokens: Tokens): Occurrences {
  let sorted: Sorted | null = null;
  return {
    find(words, start, end, isWanted) {
      sorted ??= sortedById(tokens);
      const { starts, places, mask } = sorted;
      const bucketOf = (word: number) => at(words.ids, word) & mask;
      const sizeOf = (word: number) => {
        const bucket = bucketOf(word);
        return at(starts, bucket + 1) - at(starts, bucket);
      };
      let rarest = start;
      let fewest = sizeOf(start);
      for (let word = start + 1; word < end && fewest > rare; word += 1) {
        const size = sizeOf(word);
        if (size >= fewest) continue;
        rarest = word;
        fewest = size;
      }
      const found: number[] = [];
      for (let index = at(starts, bucketOf(rarest)); index < at(starts, bucketOf(rarest) + 1); index += 1) {
        const from = at(places, index) - (rarest - start);
        if (!standsAt(tokens, from, words, start, end)) continue;
        if (isWanted && !areWanted(from, from + end - start, isWanted)) continue;
        found.push(from);
        if (found.length === most) break;
      }
      return found;
    },
  };
}

function standsAt(tokens: Tokens, from: number, words: Tokens, start: number, end: number): boolean {
  if (from < 0 || from + end - start > tokens.count) return false;
  for (let word = start; word < end; word += 1)
    if (at(tokens.ids, from + word - start) !== at(words.ids, word)) return false;
  return true;
}

function areWanted(start: number, end: number, isWanted: (word: number) => boolean): boolean {
  for (let word = start; word < end; word += 1) if (!isWanted(word)) return false;
  return true;
}

interface Sorted {
  /** By bucket, where its words begin among the places. */
  starts: Int32Array;
  places: Int32Array;
  mask: number;
}

/** A counting sort: the places of the words of a bucket follow one another, in order. */
function sortedById({ ids, count }: Tokens): Sorted {
  const mask = (1 << Math.min(mostBits, 32 - Math.clz32(count))) - 1;
  const starts = new Int32Array(mask + 2);
  for (let word = 0; word < count; word += 1) {
    const next = (at(ids, word) & mask) + 1;
    starts[next] = at(starts, next) + 1;
  }
  for (let bucket = 0; bucket <= mask; bucket += 1)
    starts[bucket + 1] = at(starts, bucket + 1) + at(starts, bucket);
  const next = starts.slice();
  const places = new Int32Array(count);
  for (let word = 0; word < count; word += 1) {
    const bucket = at(ids, word) & mask;
    places[at(next, bucket)] = word;
    next[bucket] = at(next, bucket) + 1;
  }
  return { starts, places, mask };
}
