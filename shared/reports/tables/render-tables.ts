import type { Report } from '../model/report-model';

/** Renders the claim log: the JSON of its tables, from which the spreadsheet files are made. */
export function renderTables(_report: Report): string {
  throw new Error('not built');
}
