/** One file of a report. */
export interface ReportFile {
  /** Follows the name that was chosen, before the extension; '' for the first file, or the only one. */
  suffix: string;
  bytes: Uint8Array;
}
