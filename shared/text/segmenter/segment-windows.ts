import type { Span } from '../span.ts';
import { alignWindowEnd } from './align-window-end.ts';

/** How much text is segmented at a time, in UTF-16 code units. */
const defaultWindowLength = 2_048;

/** How many segments at the end of a window may be others in a longer window. */
const uncertainCount = 2;

/** A segment found by a segmenter, in UTF-16 offsets into the text. */
interface TextSegment extends Span {
  /** Whether a segment of a word segmenter is a word, and not space or punctuation. */
  isWordLike: boolean;
}

/**
 * The segments of a range of the text, in order. The text is segmented window by window, because V8's segmenter copies its
 * whole string at every step: 50,000 words took 23 seconds in one piece, and take a tenth of a second this way. The rules of
 * UAX #29 start anew at each word or sentence boundary and look ahead no further than over the next one, so the last two
 * segments of a window are found again in the next window. `range` and `windowLength` count UTF-16 code units.
 */
export function* segmentByWindows(
  segmenter: Intl.Segmenter,
  text: string,
  range: Span,
  windowLength: number = defaultWindowLength,
): Generator<TextSegment> {
  let start = range.start;
  let length = windowLength;
  while (start < range.end) {
    const end = Math.min(range.end, alignWindowEnd(text, start + length));
    const segments: Intl.SegmentData[] = [];
    // A longer window may hold many short segments, each of which would take a copy of the window.
    const maxCount = length > windowLength ? uncertainCount + 1 : Number.POSITIVE_INFINITY;
    for (const segment of segmenter.segment(text.slice(start, end)))
      if (segments.push(segment) > maxCount) break;
    const isLast = end === range.end && segments.length <= maxCount;
    const certain = isLast ? segments : segments.slice(0, -uncertainCount);
    for (const { index, segment, isWordLike } of certain)
      yield { start: start + index, end: start + index + segment.length, isWordLike: isWordLike === true };
    start = isLast ? end : start + (segments[certain.length]?.index ?? 0);
    length = certain.length === 0 ? length * 2 : windowLength;
  }
}
