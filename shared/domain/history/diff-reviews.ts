import equal from 'fast-deep-equal';
import { getTable, type Review } from '../review/review';
import { type TableName, tableNames } from '../review/tables';
import type { Edit } from './change';
import { makeCreateEdit, makeDeleteEdit, makeUpdateEdit } from './make-edits';

/** Makes the edits that turn one review into another. Rows that have other fields than before are made anew. */
export function diffReviews(before: Review, after: Review): Edit[] {
  return tableNames.flatMap((table) => diffTable(before, after, table));
}

function diffTable<T extends TableName>(before: Review, after: Review, table: T): Edit[] {
  const rowsBefore = getTable(before, table);
  const rowsAfter = getTable(after, table);
  const removed = [...rowsBefore.values()].filter(({ id }) => !rowsAfter.has(id));
  return [
    ...removed.map((row) => makeDeleteEdit(table, row)),
    ...Array.from(rowsAfter.values()).flatMap((row): Edit[] => {
      const rowBefore = rowsBefore.get(row.id);
      if (!rowBefore) return [makeCreateEdit(table, row)];
      if (!equal(Object.keys(rowBefore).sort(), Object.keys(row).sort()))
        return [makeDeleteEdit(table, rowBefore), makeCreateEdit(table, row)];
      const edit = makeUpdateEdit(table, rowBefore, row);
      return edit ? [edit] : [];
    }),
  ];
}
