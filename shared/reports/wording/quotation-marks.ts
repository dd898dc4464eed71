import { type ReportText, text } from '../origin/report-text';

/** Puts a text into quotation marks. */
export function addQuotationMarks(quoted: ReportText): ReportText {
  return text`“${quoted}”`;
}

const ownQuotationMarks = /^["“„«]|["”»]$/;

/** Whether a text begins or ends with a quotation mark, so that it needs none around it. */
export function hasOwnQuotationMarks(words: string): boolean {
  return ownQuotationMarks.test(words);
}
