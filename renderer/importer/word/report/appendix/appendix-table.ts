import type { PlanLine } from '../../../../../shared/reports/word/word-plan';
import { createLineParagraph, type LineTools } from '../markup/line-runs';
import { chooseColumnWidths, stackedNumberWidth } from './column-widths';
import { stackRows, type TableRow } from './stack-rows';

const borderColor = 'A6A6A6';
const headerColor = 'EDEDED';
/** In half-points: columns of a manuscript's usual 12 points have no room for long words. */
const fontSize = 18;
/** Between the text of a cell and its sides, in twips. */
const cellMargin = 80;

/** The properties of the whole table, in the order of the schema (CT_TblPr). */
function createProperties({ markup: { create } }: LineTools<Element>, width: number): Element {
  const sides = ['top', 'bottom', 'insideH'].map((side) =>
    create(side, { val: 'single', sz: 4, space: 0, color: borderColor }),
  );
  const margins = ['left', 'right'].map((side) => create(side, { w: cellMargin, type: 'dxa' }));
  return create('tblPr', {}, [
    create('tblW', { w: width, type: 'dxa' }),
    create('tblBorders', {}, sides),
    create('tblLayout', { type: 'fixed' }),
    create('tblCellMar', {}, margins),
  ]);
}

/** How a paragraph is set of its own: that of a manuscript is often indented, justified and set with double spacing. */
export function createPlainSetting({ markup: { create } }: LineTools<Element>, space: number): Element[] {
  return [
    create('spacing', { before: space, after: space, line: 240, lineRule: 'auto' }),
    create('ind', { left: 0, right: 0, firstLine: 0 }),
    create('jc', { val: 'left' }),
  ];
}

function createCellParagraph(tools: LineTools<Element>, line: PlanLine, isHeader: boolean): Element {
  const { create } = tools.markup;
  const shown = isHeader ? line.map((run) => ({ ...run, isBold: true })) : line;
  return createLineParagraph(tools, shown, {
    // The header stays with the first row.
    before: isHeader ? [create('keepNext')] : [],
    after: createPlainSetting(tools, 40),
    size: fontSize,
  });
}

function createCell(
  tools: LineTools<Element>,
  lines: readonly PlanLine[],
  width: number,
  isHeader: boolean,
): Element {
  const { create } = tools.markup;
  const shade = isHeader ? [create('shd', { val: 'clear', color: 'auto', fill: headerColor })] : [];
  return create('tc', {}, [
    create('tcPr', {}, [create('tcW', { w: width, type: 'dxa' }), ...shade]),
    ...(lines.length === 0 ? [[]] : lines).map((line) => createCellParagraph(tools, line, isHeader)),
  ]);
}

function layOut(
  rows: readonly (readonly PlanLine[])[],
  textWidth: number,
): { widths: number[]; cells: TableRow[] } {
  const widths = chooseColumnWidths(rows, textWidth);
  if (widths) return { widths, cells: rows.map((row) => row.map((line) => [line])) };
  const number = Math.min(stackedNumberWidth, Math.floor(textWidth / 3));
  return { widths: [number, textWidth - number], cells: stackRows(rows) };
}

/** A table whose first row is its header, which is repeated on each page. In a narrow text its cells stand one below the other. */
export function createAppendixTable(
  tools: LineTools<Element>,
  rows: readonly (readonly PlanLine[])[],
  textWidth: number,
): Element {
  const { create } = tools.markup;
  const { widths, cells } = layOut(rows, textWidth);
  const grid = widths.map((width) => create('gridCol', { w: width }));
  const created = cells.map((row, index) => {
    const isHeader = index === 0;
    const properties = [create('cantSplit'), ...(isHeader ? [create('tblHeader')] : [])];
    const own = widths.map((width, column) => createCell(tools, row[column] ?? [], width, isHeader));
    return create('tr', {}, [create('trPr', {}, properties), ...own]);
  });
  const width = widths.reduce((sum, one) => sum + one, 0);
  return create('tbl', {}, [createProperties(tools, width), create('tblGrid', {}, grid), ...created]);
}
