import type { CellObject, Cell as SheetCell } from 'write-excel-file/node';
import { statusLooks } from '../../../../../shared/domain/verdict';
import type { Cell, Table } from '../../../../../shared/reports/tables/table';
import { toCellDate, toCellTime } from './date-cells';
import { cutToCell, toSharedString } from './shared-string';
import type { WorkbookSheet } from './workbook-types';

const dateFormat = 'yyyy-mm-dd';
const timeFormat = 'yyyy-mm-dd hh:mm';

/** Every cell begins at the top of its row, and long texts are wrapped. */
const layout = { wrap: true, alignVertical: 'top' } as const;
const header = {
  ...layout,
  fontWeight: 'bold',
  backgroundColor: '#e8eaee',
  bottomBorderStyle: 'thin',
} as const;

/** A cell of the format “Text”: it stays a text when somebody edits it, whatever it begins with. */
function toTextCell(text: string, style: Partial<CellObject> = {}): CellObject {
  return { type: String, value: toSharedString(cutToCell(text)), format: '@', ...layout, ...style };
}

function toSheetCell(cell: Cell, timeZone: string): SheetCell {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return toTextCell(cell.text);
    case 'status':
      return toTextCell(cell.text, { ...statusLooks[cell.status].cell, fontWeight: 'bold' });
    case 'link':
      return toTextCell(cell.text, { textColor: '#0b57a8', textDecoration: { underline: true } });
    case 'number':
      return { type: Number, value: cell.number, ...layout };
    case 'date': {
      const date = toCellDate(cell.date);
      if (date === null) return toTextCell(cell.date);
      return { type: Date, value: date, format: dateFormat, align: 'left', ...layout };
    }
    case 'time':
      return {
        type: Date,
        value: toCellTime(cell.at, timeZone),
        format: timeFormat,
        align: 'left',
        ...layout,
      };
  }
}

/** A table as a sheet of write-excel-file, with a header that stays in view. Times are in the zone (IANA name). */
export function toSheet({ name, columns, rows }: Table, timeZone: string): WorkbookSheet {
  return {
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    data: [
      columns.map(({ label }) => toTextCell(label, header)),
      ...rows.map((row) => row.map((cell) => toSheetCell(cell, timeZone))),
    ],
  };
}
