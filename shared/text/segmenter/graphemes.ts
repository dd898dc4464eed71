import type { Span } from '../span';
import { windowEnd } from './window-end';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Extended grapheme clusters (UAX #29) are looked for at most this many UTF-16 units ahead at first. */
const reach = 64;

/**
 * Letters and signs after which a cluster goes on only with a mark or a joiner, whatever stands before them: no emoji, no
 * flag, no Indic consonant, no prepended sign, no jamo.
 */
const plain =
  /[ -~\u00c0-\u02ff\u0370-\u0481\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u0e01-\u0e30\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/;

/** What never continues a cluster: letters, digits, spaces and ASCII, but for the letters that are marks or jamo. */
const opening = /[ -~]|(?![\u0e33\u0eb3\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb])[\p{L}\p{N}\p{Z}]/u;

/** Whether a cluster begins here in any case, so that what stands before need not be looked at. */
function surelyBegins(text: string, at: number): boolean {
  if (at === 0 || text.charAt(at - 1) === '\n') return true;
  return plain.test(text.charAt(at - 1)) && opening.test(text.charAt(at));
}

/**
 * The borders of the grapheme cluster in which the offset lies: both equal to the offset when it is a border already.
 * Offsets are UTF-16 units into `text`. Rules such as that of flags look back as far as the run goes, so the window begins
 * where a cluster does in any case, which in most scripts is a letter or a word away.
 */
function clusterAround(text: string, offset: number): Span {
  if (offset <= 0 || offset >= text.length) return { start: offset, end: offset };
  let start = offset;
  while (!surelyBegins(text, start)) start -= 1;
  if (start === offset) return { start: offset, end: offset };
  for (let size = reach; ; size *= 4) {
    const end = windowEnd(text, offset + size);
    const cluster = segmenter.segment(text.slice(start, end)).containing(offset - start);
    if (!cluster) return { start: offset, end: offset };
    const from = start + cluster.index;
    const to = from + cluster.segment.length;
    if (from === offset) return { start: offset, end: offset };
    if (to < end || end === text.length) return { start: from, end: to };
  }
}

/** The nearest border of a grapheme cluster at or before the offset. */
export function graphemeStart(text: string, offset: number): number {
  return clusterAround(text, offset).start;
}

/** The nearest border of a grapheme cluster at or after the offset. */
export function graphemeEnd(text: string, offset: number): number {
  return clusterAround(text, offset).end;
}
