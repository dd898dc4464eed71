import type { Claim } from '#shared/domain/base/claim.ts';
import type { Block, Mark, PageOrTime } from '#shared/domain/base/draft.ts';
import type { Evidence } from '#shared/domain/base/evidence.ts';
import type { Source } from '#shared/domain/base/source.ts';
import type { PrintedDateField, PrintedWordField } from '#shared/domain/base/source-fields.ts';
import type { Tag } from '#shared/domain/base/tag.ts';
import type { ClaimStatus, Verdict } from '#shared/domain/base/verdict.ts';
import type { VerifiedCaveats } from '#shared/domain/claims/evidence-gaps.ts';
import type { RecheckReason } from '#shared/domain/claims/recheck.ts';
import type { CoverageCounts, Progress } from '#shared/domain/review/progress.ts';
import type { ReportOptions } from '#shared/domain/settings/report-options.ts';
import type { Query } from '#shared/queries/base/query.ts';
import type { ArticleText, OwnText, ReportText } from '#shared/reports/base/report-text.ts';
import type { SearchedTexts } from '#shared/reports/base/searched-texts.ts';
import type { Direction } from '#shared/text/characters/direction.ts';
import type { Span } from '#shared/text/span.ts';
import type { WordChange } from '#shared/text-changes/word-change.ts';
import type { MissingFields } from '../citations/cite-source.ts';

/** Everything that a report says about a source that may be named. Only lawyers learn its contact. */
export interface PublicReportSource
  extends Pick<Source, 'kind' | 'primary' | 'secondary' | 'standing'>,
    Record<PrintedWordField, ReportText | null>,
    Record<PrintedDateField, OwnText | null> {
  number: number;
  standingSince: OwnText | null;
  title: ReportText;
  standingReason: ReportText | null;
  confidential: false;
  /** Whether it is confidential after all, and named because the report is for lawyers. */
  isForLawyersOnly: boolean;
  citation: ReportCitation;
  /** The source that this one repeats: its title, and its number if it is listed; null when that source is confidential. */
  derivedFrom: { title: ReportText; number: number | null } | null;
  attachments: { name: ReportText; bytes: number; sha256: ReportText }[];
}

/** A source in one citation style, as citeproc prints it, and the fields that the style does not print. */
export interface ReportCitation {
  runs: { text: ReportText; italic: boolean; link: boolean }[];
  missingFields: MissingFields;
}

/** The report for an editor says nothing about a confidential source but that it exists; others have none of these. */
interface ConfidentialReportSource {
  number: number;
  confidential: true;
}

export type ReportSource = PublicReportSource | ConfidentialReportSource;

/** Evidence from a confidential source has its stance alone: all other fields are null, and it counts as chosen. */
export interface ReportEvidence extends Pick<Evidence, 'stance' | 'stanceChosen'> {
  source: ReportSource;
  locator: ReportText | null;
  quote: ReportText | null;
  note: ReportText | null;
}

/** An unreliable source of which the reviewer knew: its title, and its number if it is listed. */
export type AcceptedRisk = NonNullable<PublicReportSource['derivedFrom']>;

/** Who set a verdict and when, as far as the reader learns it. The public learns no time, and names only when that was chosen. */
export interface ReportJudgement {
  by: ReportText | null;
  /** RFC 3339 in UTC. */
  at: OwnText | null;
}

/** A change of words. */
export interface ReportChange extends WordChange {
  before: ReportText;
  after: ReportText;
}

/** Details of any claim in a report, with or without a position in the article. */
export interface ClaimDetails extends Pick<Claim, 'kind'> {
  id: ReportText;
  createdAt: OwnText;
  note: ReportText | null;
  correction: ReportText | null;
  claimant: ReportText | null;
  words: ReportText;
  /** Its tags, by name. The public learns none, nor does an author whose own file the report goes into. */
  tags: (Pick<Tag, 'color'> & { name: ReportText })[];
  status: ClaimStatus;
  /** The verdict that was set; when the status is `recheck`, the one from before something changed. */
  verdict: Verdict;
  recheck: RecheckReason[];
  /** Its own public sources that became unreliable since it was judged. */
  unreliableSources: ReportSource[];
  /** Material changes since it was judged: those of its words, then those of the sentence around them. */
  changes: ReportChange[];
  judged: ReportJudgement | null;
  /** Whether the author did not take the correction, and the reviewer did not insist on it since. The public does not learn it. */
  isCorrectionRefused: boolean;
  evidence: ReportEvidence[];
  /** Whether its only evidence was proposed by the author and nobody has looked at it. A report says no more of it. */
  isEvidenceUnseen: boolean;
  /** Whether only sources that may be named are listed, without a word about others. */
  hasNamedEvidenceOnly: boolean;
  /** The accepted risks of its verdict; empty unless the report is for lawyers. */
  acceptedRisks: AcceptedRisk[];
}

/** Where words are, in the terms of the W3C Web Annotation Data Model (4.2.4 and 4.2.5). */
export interface TextSelector {
  /** The words; null when the report leaves them out. */
  exact: ArticleText | null;
  /** The text before and after the words, as the report shows it. */
  prefix: ArticleText;
  suffix: ArticleText;
  /** In code points of the draft's text. */
  start: number;
  end: number;
}

/** A claim that is marked in the article. */
export interface ReportClaim extends ClaimDetails {
  /** Its position among all claims of the draft in reading order, counted from 1. */
  number: number;
  /** UTF-16 offsets into the draft's text. */
  span: Span;
  /** The sentence around its words, or the sentences that they touch. */
  sentence: ReportText;
  /** Where the claim's block begins in the original. */
  place: PageOrTime;
  selector: TextSelector;
  /** The direction of the block in which its words begin. The list of claims sets the words in that direction as well. */
  direction: Direction;
}

/** Why a claim has no place in the draft: it was not found and is `waiting` for one, or it was retired (`cut`). */
export const unplacedStates = ['waiting', 'cut'] as const;

export type UnplacedState = (typeof unplacedStates)[number];

/** The claims that lost their place in one draft for one reason. They have no numbers. */
export interface UnplacedGroup {
  state: UnplacedState;
  draftNumber: number;
  claims: ClaimDetails[];
}

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
  place: PageOrTime;
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
interface DismissedReportQuery extends ReportQuery {
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
  /**
   * Counts of verified claims without a source, with refuting evidence alone, or with a correction. For the public, confidential evidence
   * is none.
   */
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
  /** All of its texts that come neither from the shown draft nor from our own code. They are searched when it is rendered. */
  texts: SearchedTexts;
}
