import type { Block, Draft } from '../../../../shared/domain/draft';
import { type Direction, directionOf } from '../../../../shared/text/characters/direction';
import type { Span } from '../../../../shared/text/span';

/** How the rows of a table are set, all alike. */
export interface TableSetting {
  /** For CSS, `grid-template-columns`. */
  columns: string;
  direction: Direction;
}

/** Cells of a row are parted by this. */
const between = '\t';

/** Letters that a column has room for at least and at most, before its share is taken. */
const narrowest = 4;
const widest = 60;

/** The cells of a row, in order; each holds the tab after it, so that together they hold the row. */
export function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  for (let start = row.start; start < row.end || cells.length === 0; ) {
    const tab = text.indexOf(between, start);
    const end = tab === -1 || tab >= row.end ? row.end : tab + 1;
    cells.push({ start, end });
    start = end;
  }
  return cells;
}

/** The shares of the columns: wider for longer cells, but less than by their length. */
export function columnShares(rows: readonly (readonly number[])[]): number[] {
  const count = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, column) => {
    const longest = Math.max(...rows.map((row) => row[column] ?? 0));
    return Math.round(10 * Math.sqrt(Math.max(narrowest, Math.min(widest, longest)))) / 10;
  });
}

function settingOf(text: string, language: string | null, rows: readonly Block[]): TableSetting {
  const lengths = rows.map((row) => cellsOf(text, row).map(({ start, end }) => end - start));
  const [first] = rows;
  const last = rows.at(-1);
  return {
    columns: columnShares(lengths)
      .map((share) => `minmax(0, ${share}fr)`)
      .join(' '),
    direction: directionOf(text.slice(first?.start, last?.end), language),
  };
}

/** How each row of the draft's tables is set, by the id of its block: rows that follow each other are a table. */
export function tableSettings(
  { text, blocks }: Draft,
  language: string | null,
): ReadonlyMap<string, TableSetting> {
  const settings = new Map<string, TableSetting>();
  let rows: Block[] = [];
  const end = () => {
    if (rows.length === 0) return;
    const setting = settingOf(text, language, rows);
    for (const { id } of rows) settings.set(id, setting);
    rows = [];
  };
  for (const block of blocks) {
    if (block.kind === 'tableRow') rows.push(block);
    else end();
  }
  end();
  return settings;
}
