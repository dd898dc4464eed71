import { isVisible, type WordBlock } from '../reading/inlines';

/** A cell with more paragraphs is a column of the page's layout, not a cell of a table of data. */
const maxParagraphsPerCell = 3;

function isDataTable(rows: readonly WordBlock[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const hasColumns = rows.some((row) => row.cells.length > 1);
  const isLayout = cells.some(
    (paragraphs) =>
      paragraphs.filter((inlines) => inlines.some(({ text }) => isVisible(text))).length >
      maxParagraphsPerCell,
  );
  return hasColumns && !isLayout;
}

/** The tables that are kept row by row. The cells of all others are read one after another, as if there were no table. */
export function findDataTables(blocks: readonly WordBlock[]): Set<Element> {
  const rows = new Map<Element, WordBlock[]>();
  for (const block of blocks) {
    if (!block.table) continue;
    const known = rows.get(block.table);
    if (known) known.push(block);
    else rows.set(block.table, [block]);
  }
  return new Set(Array.from(rows).flatMap(([table, tableRows]) => (isDataTable(tableRows) ? [table] : [])));
}
