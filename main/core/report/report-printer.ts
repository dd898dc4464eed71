import type { PaperSize } from '../../../shared/domain/report-options';
import type { ReportFonts } from '../../../shared/reports/html/fonts';

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
