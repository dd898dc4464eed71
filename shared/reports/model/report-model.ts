import type { VerifiedCaveats } from '../../domain/claims/evidence-gaps';
import type { Block, Mark, Place } from '../../domain/draft/draft';
import type { ReportOptions } from '../../domain/report-options';
import type { CoverageCounts, Progress } from '../../domain/review/progress';
import type { ClaimStatus } from '../../domain/verdict';
import type { Query } from '../../queries/query';
import type { Span } from '../../text/span';
import type { ArticleText, OwnText, ReportText } from '../origin/report-text';
import type { SearchedTexts } from '../origin/searched-texts';
import type { ReportClaim, ReportSource, UnplacedGroup } from './report-claim';

/** How a text run is set in the article. */
export interface RunMark extends Pick<Mark, 'kind' | 'target'> {
  href: ArticleText | null;
}

/** A claim that covers a text run. */
export interface RunClaim {
  number: number;
  status: ClaimStatus;
  /** Whether the claim's first words are in this run, and its last. */
  begins: boolean;
  ends: boolean;
  /** Counted from 0. Claims that share words have different lanes; a claim has the same lane on all its words. */
  lane: number;
}

/** A text run: text that is covered by one set of claims and marks. */
export interface ReportRun {
  text: ReportText;
  /** Text of the draft that is not printed in this place, while `text` is empty; undefined for none. */
  leftOut?: ReportText;
  marks: RunMark[];
  claims: RunClaim[];
}

export interface ReportBlock {
  /** Which the marks of references to a note name. */
  id: string;
  kind: Block['kind'];
  level: number | null;
  /** Where it begins in the draft's text, in UTF-16 code units. */
  start: number;
  /** With all of the draft's text there, so that offsets count in it. */
  text: ReportText;
  /** Its printed text. */
  runs: ReportRun[];
  /** Whether the block is a sentence of the report, in English, and not of the article. */
  isOwn?: boolean;
}

/** Words of the article that a report lists, with where they stand. */
export interface Passage {
  /** In UTF-16 offsets of the draft's text. */
  span: Span;
  words: ReportText;
  place: Place;
  /** The number of its block in the draft, counted from 1. */
  paragraph: number;
}

/** The sentences of one paragraph that were not looked at. */
export interface ParagraphPassage extends Passage {
  /** Together they are `words`, with an ellipsis where a sentence between them is left out. */
  sentences: Passage[];
}

/** How much of the draft was read. */
export interface ReportCoverage {
  counts: CoverageCounts;
  /** The sentences that were not looked at. */
  notLookedAt: ParagraphPassage[];
  /** The spotted words that are open in sentences that were partly looked at. */
  openWords: Passage[];
}

/** Where the text contradicts itself. */
export interface ReportQuery extends Pick<Query, 'rule'> {
  explanation: ReportText;
  places: Passage[];
}

/** A query that a reviewer dismissed. The reason is a remark, so it is null in a report without notes. */
export interface DismissedReportQuery extends ReportQuery {
  reason: ReportText | null;
}

/** The queries of the draft, each list in order of the first places. */
export interface ReportQueries {
  /** Those of the whole draft. */
  counts: Record<'open' | 'dismissed', number>;
  open: ReportQuery[];
  dismissed: DismissedReportQuery[];
}

/** Everything a report says. It is built once; each format is a pure function of it. */
export interface Report {
  articleId: ReportText;
  title: ReportText;
  byline: ReportText | null;
  link: ReportText | null;
  publishedAt: OwnText | null;
  /** Language of the article, as a BCP 47 tag. */
  language: ReportText | null;
  draftNumber: number;
  words: number;
  /**
   * Names of the reviewers of the whole check, in the order of their first verdict in the article. Empty when no verdict carries a name,
   * and when the reader of the report learns none.
   */
  checkedBy: ReportText[];
  /** Who makes the report; null when the name is not known, or the reader of the report does not learn it. */
  reviewer: ReportText | null;
  /** Times of the first and the last verdict of the whole check (RFC 3339 in UTC); null when no claim was judged. */
  checkPeriod: { first: OwnText; last: OwnText } | null;
  /** When the report was made, RFC 3339 in UTC. */
  madeAt: OwnText;
  /** IANA name of the zone in which the report writes times. */
  timeZone: ReportText;
  /** Whether claims, verdicts or sources may be missing, because a part of the article's history can't be read. */
  isIncomplete: boolean;
  /** Counts of the whole check, whichever claims the report shows. Retired claims do not count. */
  counts: Progress & { total: number; open: number; sources: number; primary: number };
  /** Counts of verified claims without a source, with refuting evidence alone, or with a correction. For the public, confidential evidence is none. */
  verifiedCaveats: VerifiedCaveats;
  /** The reviewer's choices; statuses in the order of `claimStatuses`. `reviewers` is true for all readers but the public. */
  options: Pick<ReportOptions, 'notes' | 'standings' | 'style' | 'reader' | 'reviewers'>;
  /** Whether the first block repeats the title. */
  opensWithTitle: boolean;
  blocks: ReportBlock[];
  /** Claims with a place in the draft whose status was chosen in `options.standings`. */
  claims: ReportClaim[];
  /** Claims without a place: those that wait for one, then the retired ones. No group is empty. */
  unplaced: UnplacedGroup[];
  /** How much of the draft was read; null for the public, who learn nothing of it. */
  coverage: ReportCoverage | null;
  /** Where the text contradicts itself; null for the public, and for an author whose own file the report goes into. */
  queries: ReportQueries | null;
  /** The sources of all these claims, numbered from 1 in the order of their first use. */
  sources: ReportSource[];
  /** All of its texts that come neither from the shown draft nor from our own code. They are searched before it is rendered. */
  texts: SearchedTexts;
}
