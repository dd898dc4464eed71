import type { ReportReader } from '#shared/domain/settings/report-options.ts';
import { type OwnText, own } from './report-text.ts';

/** The line on every page of a report for lawyers, and the beginning of its file's name. */
export const legalLine = own('Confidential: for legal review');

/** The line that stands on every page of a report; null when it needs none. */
export function getReaderLine(reader: ReportReader): OwnText | null {
  return reader === 'legal' ? legalLine : null;
}
