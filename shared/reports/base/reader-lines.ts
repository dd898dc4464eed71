import type { ReportReader } from '../../domain/settings/report-options';
import { type OwnText, own } from './report-text';

/** The line on every page of a report for lawyers, and the beginning of its file's name. */
export const legalLine = own('Confidential: for legal review');

/** The line that stands on every page of a report; null when it needs none. */
export function getReaderLine(reader: ReportReader): OwnText | null {
  return reader === 'legal' ? legalLine : null;
}
