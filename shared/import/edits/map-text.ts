import { type Block, blockSeparator } from '#shared/domain/base/draft.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import type { Span } from '#shared/text/span.ts';
import { type EditedBlock, getSeparator } from './edited-blocks.ts';

/** A span of the text as it was read, and its position in the new text. */
interface MappedSpan extends Span {
  newStart: number;
  /** The index of its block in the new text. */
  blockIndex: number;
}

/** The text that edited blocks make up. */
interface MappedText {
  text: string;
  blocks: Block[];
  /** Sorted by position in both texts. */
  spans: MappedSpan[];
}

/** Creates the new text of the blocks, which are named b1, b2, …, and maps the spans of the text as it was read to it. */
export function mapText(text: string, editedBlocks: readonly EditedBlock[]): MappedText {
  const mapped: MappedText = { text: '', blocks: [], spans: [] };
  for (const [blockIndex, { kind, level, page, startsAtMs, spans }] of editedBlocks.entries()) {
    if (blockIndex > 0) mapped.text += blockSeparator;
    const start = mapped.text.length;
    let before: Span | null = null;
    for (const span of spans) {
      if (before) mapped.text += getSeparator(text, before, span);
      mapped.spans.push({ ...span, newStart: mapped.text.length, blockIndex });
      mapped.text += text.slice(span.start, span.end);
      before = span;
    }
    mapped.blocks.push({
      id: `b${blockIndex + 1}`,
      kind,
      level,
      page,
      startsAtMs,
      start,
      end: mapped.text.length,
    });
  }
  return mapped;
}

/** The index of the first span that ends after an offset of the text as it was read. */
function findSpanEndingAfter(spans: readonly MappedSpan[], offset: number): number {
  return findFirstIndex(spans.length, (index) => at(spans, index).end > offset);
}

/** Maps a span of the text as it was read to the new text: a span for each block, and none if nothing of it is left. */
export function mapSpan({ spans: mappedSpans }: MappedText, { start, end }: Span): Span[] {
  const spans: (Span & { blockIndex: number })[] = [];
  for (let index = findSpanEndingAfter(mappedSpans, start); index < mappedSpans.length; index += 1) {
    const mapped = at(mappedSpans, index);
    if (mapped.start >= end) break;
    const newStart = mapped.newStart + Math.max(start, mapped.start) - mapped.start;
    const newEnd = mapped.newStart + Math.min(end, mapped.end) - mapped.start;
    const last = spans.at(-1);
    if (last?.blockIndex === mapped.blockIndex) last.end = newEnd;
    else spans.push({ start: newStart, end: newEnd, blockIndex: mapped.blockIndex });
  }
  return spans.map((span) => ({ start: span.start, end: span.end }));
}

/** Maps the ids of the blocks as they were read to the ids of the new blocks in which their beginnings are. */
export function mapBlockIds(
  { spans, blocks }: MappedText,
  readBlocks: readonly Block[],
): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { id, start, end } of readBlocks) {
    const mapped = spans[findSpanEndingAfter(spans, start)];
    if (mapped && mapped.start < end) ids.set(id, at(blocks, mapped.blockIndex).id);
  }
  return ids;
}
