import type { ReportPart } from './report-part';

/** Extracts the text of the plan of a Word report by parts. */
export function extractWordPlanText(_content: string): ReportPart[] {
  throw new Error('not built');
}
