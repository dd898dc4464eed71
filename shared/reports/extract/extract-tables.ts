import type { ReportPart } from './report-part';

/** Extracts the text of the claim log by parts. */
export function extractTablesText(_content: string): ReportPart[] {
  throw new Error('not built');
}
