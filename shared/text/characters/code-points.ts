import { at } from '../sequences/at.ts';
import { findFirstIndex } from '../sequences/find-first-index.ts';

const pairOfSurrogates = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Converts between UTF-16 offsets into a text and counts of its code points. */
interface CodePoints {
  /** How many code points are before an offset. One between the halves of a pair counts as behind the pair. */
  count(offset: number): number;
  /** The offset before which this many code points are; null when the text has fewer. */
  findOffset(count: number): number | null;
}

/** Indexes the code points of a text, as the selectors of Web Annotations count them. A lone surrogate counts as one. */
export function indexCodePoints(text: string): CodePoints {
  const pairs = Array.from(text.matchAll(pairOfSurrogates), ({ index }) => index);
  return {
    count: (offset) => offset - findFirstIndex(pairs.length, (pair) => at(pairs, pair) + 1 >= offset),
    findOffset(count) {
      // Behind the nth pair are as many code points as its offset says, without the n pairs up to it.
      const before = findFirstIndex(pairs.length, (pair) => at(pairs, pair) - pair >= count);
      const offset = count + before;
      return offset <= text.length ? offset : null;
    },
  };
}
