import type { Mark } from '../../domain/draft/draft';
import type { CommentAnchor } from '../comments/anchored-block';
import { append } from './block-text';
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

/** Adds a cell to a row. Cells are separated by tabs, as in tables that are copied as text. */
export function addCell(row: TableRow, content: InlineContent): void {
  if (row.cellCount > 0) row.text += '\t';
  append(row, content);
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
