import type { Span } from '../span.ts';
import { alignWindowEnd } from './align-window-end.ts';

/** Created for the first text that needs it: most text is plain, and loading the rules would delay the start. */
let segmenter: Intl.Segmenter | undefined;

/** How far behind the offset the end of its cluster is searched at first, in UTF-16 code units. */
const initialReach = 64;

/**
 * Characters after which an extended grapheme cluster (UAX #29) goes on only with a mark or a joiner, whatever stands before
 * them: no emoji, flag, Indic consonant, prepended mark or jamo is among them.
 */
const plain =
  /[ -~\u00c0-\u02ff\u0370-\u0481\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u0e01-\u0e30\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;

/**
 * Characters that never continue a cluster: ASCII, letters, digits and spaces, except letters that are marks or jamo.
 */
const opening = /[ -~]|(?![\u0e33\u0eb3\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb])[\p{L}\p{N}\p{Z}]/u;

/** Whether a cluster starts at an offset in any case, so that the text before it need not be looked at. */
function isCertainClusterStart(text: string, offset: number): boolean {
  if (offset === 0 || text.charAt(offset - 1) === '\n') return true;
  return plain.test(text.charAt(offset - 1)) && opening.test(text.charAt(offset));
}

/**
 * The grapheme cluster in which an offset lies, or an empty span where the offset is a boundary already. Offsets are UTF-16
 * code units. Rules such as that of flags look back over a whole sequence of them, so the window starts where a cluster does in
 * any case, which in most scripts is a letter or a word away.
 */
function findClusterAround(text: string, offset: number): Span {
  const boundary = { start: offset, end: offset };
  if (offset <= 0 || offset >= text.length) return boundary;
  let start = offset;
  while (!isCertainClusterStart(text, start)) start -= 1;
  if (start === offset) return boundary;
  for (let reach = initialReach; ; reach *= 4) {
    const end = alignWindowEnd(text, offset + reach);
    segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
    const cluster = segmenter.segment(text.slice(start, end)).containing(offset - start);
    if (!cluster) return boundary;
    const from = start + cluster.index;
    const to = from + cluster.segment.length;
    if (from === offset) return boundary;
    // A cluster that reaches the end of the window may go on behind it.
    if (to < end || end === text.length) return { start: from, end: to };
  }
}

/** How far back the start of a cluster is searched by `isGraphemeBoundaryNear`, in UTF-16 code units. */
const maxLookBack = 64;

/**
 * Whether an offset lies between clusters. The answer is no where the text before it doesn't show where a cluster starts within a
 * short way, so that asking for many offsets of a hostile text takes linear time.
 */
export function isGraphemeBoundaryNear(text: string, offset: number): boolean {
  for (let start = offset; start >= offset - maxLookBack; start -= 1)
    if (start <= 0 || isCertainClusterStart(text, start)) return findGraphemeStart(text, offset) === offset;
  return false;
}

/** The nearest grapheme boundary at or before an offset; both are UTF-16 offsets. */
export function findGraphemeStart(text: string, offset: number): number {
  return findClusterAround(text, offset).start;
}

/** The nearest grapheme boundary at or after an offset; both are UTF-16 offsets. */
export function findGraphemeEnd(text: string, offset: number): number {
  return findClusterAround(text, offset).end;
}
