import type { ReportPart } from '../extract/report-part';

/** A text without anything confidential. */
export interface RedactedText {
  /**
   * Lists the texts that are redacted in a claim or a source of a report, by its name, in the form in which they are compared;
   * null when that is not known.
   */
  listChangedTexts: (item: string) => readonly string[] | null;
  /** Renders the text of these claims and sources, or of the article, and all that belongs to none. */
  render: (items: ReadonlySet<string>) => readonly ReportPart[];
}
