import { groupNeighbours } from '#renderer/documents/read/base/group-neighbours.ts';
import { at } from '#shared/text/sequences/at.ts';
import { type GlyphRun, joinTexts, type LineFragment, measureWidth } from '../pages/page-text.ts';

/** In font sizes: how far the baselines of one line may differ, and the widest space within a line. */
const maxRise = 0.2;
const maxSpace = 0.9;
/** In font sizes: the distances between the lines of a cell, and how exactly these begin, end or lie in the middle together. */
const minLeading = 0.8;
const maxLeading = 1.7;
const alignmentTolerance = 0.3;

/** Lines of text that follow each other in the file and stand below each other, as those in the cell of a table do. */
interface CellText {
  lines: GlyphRun[][];
  left: number;
  right: number;
  /** The baselines of its first and last line. */
  top: number;
  bottom: number;
  size: number;
}

/** Groups the runs of a page into the texts that may be cells, in the order of the file. */
function findCellTexts(runs: readonly GlyphRun[]): CellText[] {
  const texts = findLines(runs).map(measureLine);
  return groupNeighbours(texts, isBelow).map((group) => measureLines(group.flatMap(({ lines }) => lines)));
}

/** Groups the runs that follow each other on a line. */
function findLines(runs: readonly GlyphRun[]): GlyphRun[][] {
  return groupNeighbours(
    runs.toSorted((a, b) => a.order - b.order),
    (last, run, first) =>
      Math.abs(run.baseline - first.baseline) <= maxRise * first.size &&
      Math.abs(run.left - last.right) <= maxSpace * first.size,
  );
}

/** Splits a text before one of its lines. */
function splitCellText({ lines }: CellText, lineIndex: number): [CellText, CellText] {
  return [measureLines(lines.slice(0, lineIndex)), measureLines(lines.slice(lineIndex))];
}

/** Measures a text of at least one line. */
function measureLines(lines: GlyphRun[][]): CellText {
  const measured = lines.map(measureLine);
  return {
    ...at(measured, 0),
    lines,
    ...measureWidth(measured),
    bottom: at(measured, measured.length - 1).bottom,
  };
}

function measureLine(line: GlyphRun[]): CellText {
  const first = at(line, 0);
  return {
    lines: [line],
    left: first.left,
    right: line.reduce((most, { right }) => Math.max(most, right), first.right),
    top: first.baseline,
    bottom: first.baseline,
    size: first.size,
  };
}

function isBelow(above: CellText, below: CellText): boolean {
  const distance = (below.top - above.top) / above.size;
  const isSameSize = Math.abs(below.size - above.size) < 0.08 * above.size;
  return isSameSize && distance >= minLeading && distance <= maxLeading && areAlignedTexts(above, below);
}

/** Whether two texts begin, end or lie in the middle together. */
function areAlignedTexts(a: CellText, b: CellText): boolean {
  const [left, right] = [b.left - a.left, b.right - a.right];
  return [left, right, (left + right) / 2].some((shift) => Math.abs(shift) <= alignmentTolerance * a.size);
}

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
function findRows(texts: readonly CellText[]): CellText[][] {
  const tables = groupNeighbours(groupRows(texts), isNextRow);
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
  return others.length === 1 && listLabel.test(joinTexts(first?.lines.flat() ?? []).trim());
}

/**
 * Joins each row of a table whose cells have several lines to one fragment. Read line by line, such cells would get mixed up,
 * above all where they lie around the middle of their row; the file has them one after another.
 */
export function joinTableRows(fragments: readonly LineFragment[]): LineFragment[] {
  const rows = findRows(findCellTexts(fragments.flatMap(({ glyphRuns }) => glyphRuns)));
  if (rows.length === 0) return [...fragments];
  const inRows = new Set(rows.flatMap((row) => row.flatMap(({ lines }) => lines.flat())));
  const others = fragments.flatMap((fragment) => {
    const glyphRuns = fragment.glyphRuns.filter((run) => !inRows.has(run));
    if (glyphRuns.length === fragment.glyphRuns.length) return [fragment];
    return glyphRuns.length === 0 ? [] : [{ ...fragment, glyphRuns, ...measureWidth(glyphRuns) }];
  });
  return [...others, ...rows.map(createRowFragment)];
}

function createRowFragment(row: readonly CellText[]): LineFragment {
  const cellLines = row.map(({ lines }) => lines.map(markStart));
  const glyphRuns = cellLines.flat(2);
  return {
    glyphRuns,
    ...measureWidth(glyphRuns),
    baseline: Math.min(...row.map(({ top }) => top)),
    size: Math.max(...row.map(({ size }) => size)),
    row: { cellLines, lastBaseline: Math.max(...row.map(({ bottom }) => bottom)) },
  };
}

/** A line break reads as a space. */
function markStart(line: readonly GlyphRun[], index: number): GlyphRun[] {
  return line.map((run, at) => (index > 0 && at === 0 ? { ...run, hasSpaceBefore: true } : run));
}
