import type { EncodedReport } from '../encoded-report';

/** A rendered report with what its file is made from beside it. */
export interface StoredReport extends EncodedReport {
  /**
   * Reads the author's file, into which a Word report is written; null for a clean document and for other formats. Rejects when it
   * can't be read.
   */
  readOriginal: (() => Promise<Uint8Array>) | null;
}
