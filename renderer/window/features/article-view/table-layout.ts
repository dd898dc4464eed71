import type { Block, Draft } from '#shared/domain/base/draft.ts';
import { type Direction, detectDirection } from '#shared/text/characters/direction.ts';
import type { Span } from '#shared/text/span.ts';

export interface TableLayout {
  /** For CSS, `grid-template-columns`. */
  columns: string;
  direction: Direction;
}

const cellSeparator = '\t';

/** The share of a column is computed as if its longest cell were at least and at most this long, in UTF-16 code units. */
const minCellLength = 4;
const maxCellLength = 60;

/** Splits a row into cells, in order. Each cell includes the tab after it, so that the cells together are the row. */
export function splitCells(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  for (let start = row.start; start < row.end || cells.length === 0; ) {
    const tab = text.indexOf(cellSeparator, start);
    const end = tab === -1 || tab >= row.end ? row.end : tab + 1;
    cells.push({ start, end });
    start = end;
  }
  return cells;
}

/** The shares of the columns, given the lengths of each row's cells. A share grows with the square root of the longest cell. */
export function getColumnShares(rows: readonly (readonly number[])[]): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, column) => {
    const longest = Math.max(...rows.map((row) => row[column] ?? 0));
    return Math.round(10 * Math.sqrt(Math.max(minCellLength, Math.min(maxCellLength, longest)))) / 10;
  });
}

function createTableLayout(text: string, language: string | null, rows: readonly Block[]): TableLayout {
  const lengths = rows.map((row) => splitCells(text, row).map(({ start, end }) => end - start));
  return {
    columns: getColumnShares(lengths)
      .map((share) => `minmax(0, ${share}fr)`)
      .join(' '),
    direction: detectDirection(text.slice(rows[0]?.start, rows.at(-1)?.end), language),
  };
}

/** The layout of each table row of the draft, by the id of its block. Rows that follow each other are one table. */
export function createTableLayouts(
  { text, blocks }: Draft,
  language: string | null,
): ReadonlyMap<string, TableLayout> {
  const layouts = new Map<string, TableLayout>();
  let rows: Block[] = [];
  const endTable = () => {
    if (rows.length === 0) return;
    const layout = createTableLayout(text, language, rows);
    for (const { id } of rows) layouts.set(id, layout);
    rows = [];
  };
  for (const block of blocks) {
    if (block.kind === 'tableRow') rows.push(block);
    else endTable();
  }
  endTable();
  return layouts;
}
