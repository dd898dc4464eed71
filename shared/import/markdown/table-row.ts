import type { Mark } from '../../domain/draft/draft';
import type { CommentAnchor } from '../comments/anchored-block';
import type { InlineContent } from './inline-text';

/** A table row while it is read. */
export interface TableRow {
  /** The source line that it is on, counted from 0. */
  line: number;
  text: string;
  marks: Mark[];
  anchors: CommentAnchor[];
  cellCount: number;
}

/** Moves marks by an offset, in UTF-16 code units. */
export function shiftMarks(marks: readonly Mark[], offset: number): Mark[] {
  return marks.map((mark) => ({ ...mark, start: offset + mark.start, end: offset + mark.end }));
}

/** Moves the places of comments by an offset, in UTF-16 code units. */
export function shiftAnchors(anchors: readonly CommentAnchor[], offset: number): CommentAnchor[] {
  return anchors.map((anchor) => ({ ...anchor, offset: offset + anchor.offset }));
}

/** Adds a cell to a row. Cells are separated by tabs, as in tables that are copied as text. */
export function addCell(row: TableRow, { text, marks, anchors }: InlineContent): void {
  if (row.cellCount > 0) row.text += '\t';
  row.marks.push(...shiftMarks(marks, row.text.length));
  row.anchors.push(...shiftAnchors(anchors, row.text.length));
  row.text += text;
  row.cellCount += 1;
}

/**
 * GFM drops cells beyond the columns of the header. Returns the row as it is written in the source if it has such cells,
 * so that nothing is lost; null for other rows.
 */
export function findOverlongRow(sourceLine: string, columnCount: number): string | null {
  const source = sourceLine.replace(/^[\s>]*/, '').trim();
  const cellCount = source.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).length;
  return cellCount > columnCount ? source : null;
}
