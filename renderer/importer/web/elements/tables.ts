/** Blocks in one cell; whatever holds more is a column of a page and no cell of a table. */
const mostBlocks = 3;

const columns = 'h1, h2, h3, h4, h5, h6, table, blockquote, pre, article, section, figure, hr';

const own = (table: Element, selector: string) =>
  Array.from(table.querySelectorAll(selector)).filter((part) => part.closest('table') === table);

/** Whether a table only places parts of a page, so that its cells are read one after another as if it were not there. */
export function isLayout(table: Element): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  const cells = own(table, 'td, th');
  if (own(table, 'tr').every(({ children }) => children.length <= 1)) return true;
  return cells.some(
    (cell) => cell.querySelector(columns) !== null || cell.querySelectorAll('p, div, li').length > mostBlocks,
  );
}

/** How many tables are kept row by row. */
export function countTables(root: ParentNode): number {
  return Array.from(root.querySelectorAll('table')).filter((table) => !isLayout(table)).length;
}
