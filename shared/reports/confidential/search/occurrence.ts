import type { ReportPart } from '../../extract/report-part';
import type { ConfidentialTerm } from '../terms/confidential-term';

/** Where a term occurs in the parts of a report. Offsets and lengths count letters and digits in their normalized form. */
export interface Occurrence {
  term: ConfidentialTerm;
  /** The index of the part; null when the term runs across two parts. */
  partIndex: number | null;
  /** From the start of the first part. */
  offset: number;
  /** From the start of its part. */
  offsetInPart: number;
  length: number;
}

/** A part of a report, or any other text that is searched. */
export type SearchedPart = Pick<ReportPart, 'name' | 'text'>;
