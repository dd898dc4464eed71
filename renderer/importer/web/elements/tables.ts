/** A cell with more blocks is a column of the page's layout, not a cell of a table of data. */
const maxBlocksPerCell = 3;

const layoutContent = 'h1, h2, h3, h4, h5, h6, table, blockquote, pre, article, section, figure, hr';

/** The elements of a table that match a selector, without those of tables within it. */
function queryOwn(table: Element, selector: string): Element[] {
  return Array.from(table.querySelectorAll(selector)).filter((part) => part.closest('table') === table);
}

/** Whether a table only lays out parts of a page. Its cells are then read one after another, as if there were no table. */
export function isLayoutTable(table: Element): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  const cells = queryOwn(table, 'td, th');
  if (queryOwn(table, 'tr').every(({ children }) => children.length <= 1)) return true;
  return cells.some(
    (cell) =>
      cell.querySelector(layoutContent) !== null ||
      cell.querySelectorAll('p, div, li').length > maxBlocksPerCell,
  );
}

/** The number of tables that are kept row by row. */
export function countDataTables(root: ParentNode): number {
  return Array.from(root.querySelectorAll('table')).filter((table) => !isLayoutTable(table)).length;
}
