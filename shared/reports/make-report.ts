import type { Draft } from '../domain/draft';
import type { ReviewData } from '../domain/review';
import type { ReportFonts } from './html-fonts';
import type { ReportChoices } from './options';
import type { ReportFacts } from './report';

/** All that a report is made of. Plain data: it can be sent to a thread. */
export interface ReportJob {
  review: ReviewData;
  draft: Draft;
  choices: ReportChoices;
  facts: ReportFacts;
  fonts: ReportFonts;
}

export interface MadeReport {
  /** The file's content; for a PDF the HTML that is printed. */
  content: string;
  claims: number;
  /** How many confidential sources the claims in it rest on. */
  confidential: number;
  /** A sentence for each place of the content where something confidential stands; empty as it should be. */
  leaks: string[];
  /** What must not be found in a file that is printed from the content: strings, and what each of them is. */
  secrets: { text: string; what: string }[];
}
