import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import type { Span } from '#shared/text/span.ts';
import { type EditedBlock, getSeparator } from './edited-blocks.ts';

/** Splits a span and trims the white space at the split. A part that is only white space is null. */
function splitSpan(text: string, { start, end }: Span, offset: number): [Span | null, Span | null] {
  const boundary = findGraphemeStart(text, offset);
  const left = text.slice(start, boundary).trimEnd();
  const right = text.slice(boundary, end).trimStart();
  if (left === '') return [null, { start, end }];
  if (right === '') return [{ start, end }, null];
  return [
    { start, end: start + left.length },
    // A combining mark after a space forms a grapheme with it, so the space is not trimmed.
    { start: findGraphemeStart(text, end - right.length), end },
  ];
}

/** Divides the spans of a block at a UTF-16 offset into the block's text. */
function splitSpans(text: string, spans: readonly Span[], offset: number): { before: Span[]; after: Span[] } {
  const before: Span[] = [];
  const after: Span[] = [];
  let spanOffset = 0;
  let last: Span | null = null;
  for (const span of spans) {
    if (last) spanOffset += getSeparator(text, last, span).length;
    last = span;
    const { start, end } = span;
    const textOffset = start + offset - spanOffset;
    spanOffset += end - start;
    if (textOffset >= end) before.push(span);
    else if (textOffset <= start) after.push(span);
    else {
      const [left, right] = splitSpan(text, span, textOffset);
      if (left) before.push(left);
      if (right) after.push(right);
    }
  }
  return { before, after };
}

/**
 * Splits a block into two of the same kind at a UTF-16 offset into its text, which is moved back to the start of a
 * grapheme cluster. White space at the split is left out. Null when one of the two would be empty. `newId` creates the id
 * of the second.
 */
export function splitBlock(
  text: string,
  blocks: readonly EditedBlock[],
  blockIndex: number,
  offset: number,
  newId: () => string,
): EditedBlock[] | null {
  const block = blocks[blockIndex];
  if (!block) return null;
  const { before, after } = splitSpans(text, block.spans, offset);
  if (before.length === 0 || after.length === 0) return null;
  return blocks.toSpliced(
    blockIndex,
    1,
    { ...block, spans: before },
    { ...block, id: newId(), spans: after },
  );
}
