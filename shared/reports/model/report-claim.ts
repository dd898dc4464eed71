import type { Claim } from '../../domain/claim';
import type { RecheckReason } from '../../domain/claims/recheck';
import type { Place } from '../../domain/draft/draft';
import type { Evidence } from '../../domain/evidence';
import type { Source } from '../../domain/source';
import type { PrintedTextField } from '../../domain/sources/source-fields';
import type { Tag } from '../../domain/tag';
import type { ClaimStatus, Verdict } from '../../domain/verdict';
import type { Direction } from '../../text/characters/direction';
import type { Span } from '../../text/span';
import type { WordChange } from '../../text-changes/word-change';
import type { MissingFields } from '../citations/missing-citation-fields';
import type { ArticleText, OwnText, ReportText } from '../origin/report-text';

/** Everything that a report says about a source that may be named. Only lawyers learn its contact. */
export interface PublicReportSource
  extends Pick<Source, 'kind' | 'primary' | 'secondary' | 'standing'>,
    Omit<Record<PrintedTextField, ReportText | null>, 'title'> {
  number: number;
  publishedAt: OwnText | null;
  accessedAt: OwnText | null;
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
export interface ConfidentialReportSource {
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
  place: Place;
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
