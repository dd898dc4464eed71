import {
  appendSegment,
  getSegmentLength,
  type TextMap,
  type TextSegment,
} from '#shared/domain/base/text-map.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import type { ProposalEdits } from '../edits/apply-proposal-edits.ts';
import { mapText } from '../edits/map-text.ts';

/** For each part of a file by its name: the texts of its text elements, in document order. */
export type PartTexts = ReadonlyMap<string, readonly string[]>;

/** Rebuilds the text of a draft from its map and the file. Null when the map points to text that the file does not have. */
export function rebuildText({ parts, segments }: TextMap, texts: PartTexts): string | null {
  const partTexts = parts.map((name) => texts.get(name));
  const pieces: string[] = [];
  for (const segment of segments) {
    if ('length' in segment) {
      const { part, element, offset, length } = segment;
      const piece = partTexts[part]?.[element]?.slice(offset, offset + length);
      if (piece?.length !== length) return null;
      pieces.push(piece);
    } else pieces.push(segment.text);
  }
  return pieces.join('');
}

/** The part of a segment from one offset in it to another. */
function cutSegment(segment: TextSegment, start: number, end: number): TextSegment {
  return 'length' in segment
    ? { ...segment, offset: segment.offset + start, length: end - start }
    : { ...segment, text: segment.text.slice(start, end) };
}

/** The segments of a span of the text; `starts` are the offsets at which the segments begin. */
function* cutSegments(segments: readonly TextSegment[], starts: readonly number[], span: Span) {
  const first = findFirstIndex(starts.length, (index) => at(starts, index) > span.start) - 1;
  for (let index = first; index < segments.length; index += 1) {
    const segment = at(segments, index);
    const start = at(starts, index);
    if (start >= span.end) return;
    const end = Math.min(getSegmentLength(segment), span.end - start);
    yield cutSegment(segment, Math.max(0, span.start - start), end);
  }
}

/**
 * The map of the text that a proposal has after the reviewer's edits. `text` is the text as it was read, to which `map` belongs;
 * the edits fit it (`applyProposalEdits`). Separators between joined blocks are generated.
 */
export function editTextMap(text: string, map: TextMap, { blocks }: Pick<ProposalEdits, 'blocks'>): TextMap {
  if (!blocks) return map;
  const edited = mapText(
    text,
    blocks.filter(({ isLeftOut }) => !isLeftOut),
  );
  const starts: number[] = [];
  let length = 0;
  for (const segment of map.segments) {
    starts.push(length);
    length += getSegmentLength(segment);
  }
  const segments: TextSegment[] = [];
  let end = 0;
  for (const { start, end: spanEnd, newStart } of edited.spans) {
    if (newStart > end) appendSegment(segments, { text: edited.text.slice(end, newStart) });
    for (const segment of cutSegments(map.segments, starts, { start, end: spanEnd }))
      appendSegment(segments, segment);
    end = newStart + spanEnd - start;
  }
  return { parts: map.parts, segments };
}
