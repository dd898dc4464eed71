import type { PlanLine } from '../../../../../shared/reports/word/word-plan';
import { createLineParagraph, type LineTools } from '../markup/line-runs';
import { chooseColumnWidths } from './column-widths';

const borderColor = 'A6A6A6';
const headerColor = 'EDEDED';

/** The properties of the whole table, in the order of the schema (CT_TblPr). */
function createProperties({ markup: { create } }: LineTools<Element>, width: number): Element {
  const sides = ['top', 'bottom', 'insideH'].map((side) =>
    create(side, { val: 'single', sz: 4, space: 0, color: borderColor }),
  );
  return create('tblPr', {}, [
    create('tblW', { w: width, type: 'dxa' }),
    create('tblBorders', {}, sides),
    create('tblLayout', { type: 'fixed' }),
  ]);
}

function createCell(tools: LineTools<Element>, line: PlanLine, width: number, isHeader: boolean): Element {
  const { create } = tools.markup;
  const shown = isHeader ? line.map((run) => ({ ...run, isBold: true })) : line;
  const shade = isHeader ? [create('shd', { val: 'clear', color: 'auto', fill: headerColor })] : [];
  return create('tc', {}, [
    create('tcPr', {}, [create('tcW', { w: width, type: 'dxa' }), ...shade]),
    // The usual paragraph of a manuscript is often indented and set with double spacing.
    createLineParagraph(tools, shown, {
      after: [
        create('spacing', { before: 40, after: 40, line: 240, lineRule: 'auto' }),
        create('ind', { firstLine: 0 }),
      ],
    }),
  ]);
}

/** A table whose first row is its header, which is repeated on each page. */
export function createAppendixTable(
  tools: LineTools<Element>,
  rows: readonly (readonly PlanLine[])[],
  textWidth: number,
): Element {
  const { create } = tools.markup;
  const widths = chooseColumnWidths(rows, textWidth);
  const grid = widths.map((width) => create('gridCol', { w: width }));
  const created = rows.map((row, index) => {
    const isHeader = index === 0;
    const properties = [create('cantSplit'), ...(isHeader ? [create('tblHeader')] : [])];
    const cells = widths.map((width, column) => createCell(tools, row[column] ?? [], width, isHeader));
    return create('tr', {}, [create('trPr', {}, properties), ...cells]);
  });
  const width = widths.reduce((sum, one) => sum + one, 0);
  return create('tbl', {}, [createProperties(tools, width), create('tblGrid', {}, grid), ...created]);
}
