import { at } from '../../../../../shared/text/sequences/at';
import { areAlignedTexts, type CellText, splitCellText } from './cell-texts';

/** In font sizes: how exactly cells of one row begin or lie in the middle together, and how far a cell may reach into the next. */
const rowTolerance = 0.3;
const maxOverrun = 0.2;
/** In font sizes: the distance from the end of a row to the next one. */
const maxRowDistance = 4;
/** The most lines of a cell; longer texts beside each other are columns. */
const maxCellLines = 10;

const listLabel = /^(?:[^\p{L}\p{N}]+|[([]?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)\]]{0,2})$/iu;

/**
 * Finds the rows of tables among texts in the order of the file: texts from left to right that begin at the same height or lie
 * around the same middle, above or below a row with cells at the same places. Only tables with a cell of several lines are
 * returned, others show in their lines.
 */
export function findRows(texts: readonly CellText[]): CellText[][] {
  const tables: CellText[][][] = [];
  for (const row of groupRows(texts)) {
    const table = tables.at(-1);
    const before = table?.at(-1);
    if (table && before && isNextRow(before, row)) table.push(row);
    else tables.push([row]);
  }
  return tables.filter(isTableWithWrappedCells).map(trimFirstRow).flatMap(listWholeRows);
}

function groupRows(texts: readonly CellText[]): CellText[][] {
  const rows: CellText[][] = [];
  for (const text of texts) {
    const row = rows.pop() ?? [];
    const [above, first] = splitBeforeRow(row, text);
    if (above) rows.push([above]);
    const begun = first ? [first] : row;
    if (begun.length > 0 && isBeside(begun, text)) rows.push([...begun, text]);
    else if (begun.length > 0) rows.push(begun, [text]);
    else rows.push([text]);
  }
  return rows;
}

/**
 * Splits the text on the left of a row that begins amid it: what is above is no part of the row, such as the end of a row that
 * the last page began.
 */
function splitBeforeRow(row: readonly CellText[], text: CellText): CellText[] {
  const [first, ...others] = row;
  if (!first || others.length > 0 || isBeside(row, text)) return [];
  const lineIndex = findLineAt(first, text.top);
  return lineIndex > 0 ? splitCellText(first, lineIndex) : [];
}

function isBeside(row: readonly CellText[], text: CellText): boolean {
  const first = at(row, 0);
  const last = at(row, row.length - 1);
  if (text.left < last.right - maxOverrun * last.size) return false;
  const fromTop = text.top - first.top;
  const fromMiddle = (fromTop + text.bottom - first.bottom) / 2;
  return [fromTop, fromMiddle].some((distance) => Math.abs(distance) <= rowTolerance * first.size);
}

/** Whether all cells of the row with fewer are where the other has cells. */
function isNextRow(row: readonly CellText[], next: readonly CellText[]): boolean {
  const distance = Math.min(...next.map(({ top }) => top)) - Math.max(...row.map(({ bottom }) => bottom));
  if (distance <= 0 || distance > maxRowDistance * at(row, 0).size) return false;
  const [fewer, more] = row.length < next.length ? [row, next] : [next, row];
  return fewer.length > 1 && fewer.every((cell) => more.some((other) => areAlignedTexts(cell, other)));
}

function isTableWithWrappedCells(rows: readonly CellText[][]): boolean {
  const cells = rows.flat();
  return (
    rows.length > 1 &&
    cells.some(({ lines }) => lines.length > 1) &&
    cells.every(({ lines }) => lines.length <= maxCellLines) &&
    !rows.every(isListItem)
  );
}

/**
 * Leaves out what stands above the first row of a table whose cells begin together, and only seems to lie around the middle of the
 * others.
 */
function trimFirstRow(rows: CellText[][]): CellText[][] {
  const [[first, ...cells] = [], ...others] = rows;
  const [next] = cells;
  if (!first || !next || beginTogether([first, ...cells]) || !others.every(beginTogether)) return rows;
  const lineIndex = findLineAt(first, next.top);
  return lineIndex > 0 ? [[splitCellText(first, lineIndex)[1], ...cells], ...others] : rows;
}

/** Drops short rows of one line: where the file stores a table line by line, they may be the second lines of cells. */
function listWholeRows(rows: CellText[][]): CellText[][] {
  const most = Math.max(...rows.map(({ length }) => length));
  return rows.filter((row) => row.length === most || row.some(({ lines }) => lines.length > 1));
}

function beginTogether([first, ...others]: readonly CellText[]): boolean {
  return others.every(({ top }) => first && Math.abs(top - first.top) <= rowTolerance * first.size);
}

/** The index of the line of a text that has a baseline, or -1. */
function findLineAt({ lines, size }: CellText, baseline: number): number {
  return lines.findIndex(([run]) => run && Math.abs(run.baseline - baseline) <= rowTolerance * size);
}

/** Whether a row is only a text with its number or bullet. */
function isListItem([first, ...others]: readonly CellText[]): boolean {
  const label = first?.lines.flat().map(({ text }) => text);
  return others.length === 1 && label !== undefined && listLabel.test(label.join('').trim());
}
