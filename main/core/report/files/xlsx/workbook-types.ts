import type writeExcelFile from 'write-excel-file/node';

type Arguments = Parameters<typeof writeExcelFile>;

/** A sheet of write-excel-file, and an extension of it, with the content of files that it knows in Node. */
export type WorkbookSheet = Arguments[0][number];
export type WorkbookFeature = NonNullable<NonNullable<Arguments[1]>['features']>[number];
