import { blockSeparator } from '../../../../shared/domain/draft/draft';
import { appendSegment, type TextMap, type TextSegment } from '../../../../shared/domain/draft/text-map';
import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import { BlockText, hasVisibleText, trimEnds } from '../../text/block-text';
import { buildMarks, type InlineStyle, plainInlineStyle, type StyledRange } from '../../text/styled-text';
import { resolveLinkAddress } from '../../web/elements/link-address';
import type { Inlines, TextPiece } from '../reading/inlines';
import { alignText } from './align-text';

/** Builds blocks from the content of paragraphs, and the map of the text that they make up. */
export class BlockBuilder {
  readonly blocks: ImportedBlock[] = [];
  readonly map: TextMap = { parts: [], segments: [] };
  /** Where each piece of text is in the text of the draft; a piece that is not in it, at the end of the one before. */
  readonly spans = new Map<TextPiece, { start: number; end: number }>();
  private readonly text = new BlockText();
  private readonly partIndexes = new Map<string, number>();
  /** The pieces that were added to the block, with the styles that they were added with. */
  private pieces = new Map<InlineStyle, TextPiece>();
  private length = 0;
  private lastEnd = 0;

  /** Adds the content of a paragraph. Two line breaks in a row call `onBlankLine`. */
  addInlines(inlines: Inlines, onBlankLine: () => void): void {
    for (const piece of inlines) {
      const style = { ...piece, href: piece.href === null ? null : resolveLinkAddress(piece.href) };
      if (piece.kind === 'lineBreak' && !this.text.break(style)) onBlankLine();
      this.pieces.set(style, piece);
      if (piece.kind === 'text') this.text.add(piece.text, style);
    }
  }

  /** Begins a line within a row of a table. */
  startLine(): void {
    this.text.break(plainInlineStyle);
  }

  nextCell(): void {
    this.text.endCell();
  }

  /** Finishes a block. Returns it, or null when nothing in it is visible. */
  finish(type: Pick<ImportedBlock, 'kind' | 'level' | 'name'>): ImportedBlock | null {
    const { text, ranges } = trimEnds(this.text.take());
    const pieces = this.pieces;
    this.pieces = new Map();
    const block = hasVisibleText(text) ? { ...type, text, marks: buildMarks(text, ranges) } : null;
    if (block) {
      if (this.length > 0) appendSegment(this.map.segments, { text: blockSeparator });
      const start = this.length === 0 ? 0 : this.length + blockSeparator.length;
      for (const range of ranges) this.addRange(text, range, pieces.get(range.style), start);
      this.length = start + text.length;
      this.blocks.push(block);
    }
    for (const piece of pieces.values()) {
      const span = this.spans.get(piece) ?? { start: this.lastEnd, end: this.lastEnd };
      this.spans.set(piece, span);
      this.lastEnd = span.end;
    }
    return block;
  }

  private addRange(
    blockText: string,
    { start, end }: StyledRange,
    piece: TextPiece | undefined,
    blockStart: number,
  ): void {
    if (start >= end) return;
    const text = blockText.slice(start, end);
    if (piece) this.spans.set(piece, { start: blockStart + start, end: blockStart + end });
    for (const segment of this.createSegments(text, piece)) appendSegment(this.map.segments, segment);
  }

  private createSegments(text: string, piece: TextPiece | undefined): TextSegment[] {
    if (!piece?.source) return [{ text }];
    const { part, element, offset, isVerbatim } = piece.source;
    const index = this.partIndexes.get(part) ?? this.map.parts.push(part) - 1;
    this.partIndexes.set(part, index);
    return isVerbatim
      ? alignText(piece.text, text, { part: index, element, offset })
      : [{ part: index, element, text }];
  }
}
