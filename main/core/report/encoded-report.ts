import type { RenderedReport } from '../../../shared/reports/make-report';

/**
 * A rendered report with its content in UTF-8, as it is written and sent from process to process. A string with a single quotation mark
 * of print takes two bytes for each character, so main would hold a long report twice as large.
 */
export interface EncodedReport extends Omit<RenderedReport, 'content'> {
  content: Uint8Array;
}

/** Encodes the content of a rendered report. */
export function encodeReport<R extends Pick<RenderedReport, 'content'>>(
  report: R,
): Omit<R, 'content'> & Pick<EncodedReport, 'content'> {
  return { ...report, content: new TextEncoder().encode(report.content) };
}

/** The content of a report as text. */
export function decodeContent(content: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
}
