import type { PaperSize } from '#shared/domain/settings/report-options.ts';
import type { ReportFonts } from '../reports/html/page.ts';
import type { RenderedReport } from '../reports/make-report.ts';

/** Prints and shows reports. */
export interface ReportPrinter {
  /** Prints a report's HTML. Rejects when the signal aborts. */
  printPdf(html: string, paper: PaperSize, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Prints a report's HTML through the system's dialog; false when the reviewer cancelled it there. Rejects when there is no
   * printer, or when the signal aborts.
   */
  printOnPaper(html: string, paper: PaperSize, signal: AbortSignal): Promise<boolean>;
  /** Serves a report's HTML to the window, replacing the previous one. Returns its address. */
  servePreview(html: string): string;
  /** The typefaces of a report as `data:` URLs. */
  reportFonts(): Promise<ReportFonts>;
}

/** One file of a report. */
export interface ReportFile {
  /** Follows the name that was chosen, before the extension; '' for the first file, or the only one. */
  suffix: string;
  bytes: Uint8Array;
}

/**
 * A rendered report with its content in UTF-8, as it is written and sent from process to process. A string with a single quotation mark
 * of print takes two bytes for each character, so main would hold a long report twice as large.
 */
export interface EncodedReport extends Omit<RenderedReport, 'content' | 'claimLog'> {
  content: Uint8Array;
  /** The files of a claim log, null for other formats, and for a preview. */
  files: ReportFile[] | null;
}

export function encodeContent(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

/** The content of a report as text. */
export function decodeContent(content: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
}

/** A rendered report with what its file is made from beside it. */
export interface StoredReport extends EncodedReport {
  /**
   * Reads the author's file, into which a Word report is written; null for a clean document and for other formats. Rejects when it
   * can't be read.
   */
  readOriginal: (() => Promise<Uint8Array>) | null;
}
