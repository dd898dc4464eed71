import type { ReportReader } from '../../domain/report-options';

/** The line on every page of a report for lawyers, and the beginning of its file's name. */
export const legalLine = 'Confidential: for legal review';

/** The line that stands on every page of a report; null when it needs none. */
export function getReaderLine(reader: ReportReader): string | null {
  return reader === 'legal' ? legalLine : null;
}
