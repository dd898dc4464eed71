import type { Attachment } from '../../domain/attachment';
import type { Claim, Judged } from '../../domain/claim';
import type { RecheckReason } from '../../domain/claims/recheck';
import type { Block, Mark } from '../../domain/draft';
import type { Stance } from '../../domain/evidence';
import type { ReportOptions } from '../../domain/report-options';
import type { Progress } from '../../domain/review/progress';
import type { Source } from '../../domain/source';
import type { Standing, Verdict } from '../../domain/verdict';
import type { Direction } from '../../text/characters/direction';
import type { Span } from '../../text/span';
import type { WordChange } from '../../text-changes/word-change';
import type { Citation } from '../citations/citations';

/** How the words of a run are set in the article. */
export type RunMark = Pick<Mark, 'kind' | 'href'>;

/** A claim over a run. */
export interface RunClaim {
  number: number;
  standing: Standing;
  /** Whether the claim's first words are in this run, and its last. */
  begins: boolean;
  ends: boolean;
  /** Counted from 0: claims that share words have different ones, and a claim has the same one on all its words. */
  lane: number;
}

/** Words under one and the same set of claims and marks. */
export interface ReportRun {
  text: string;
  marks: RunMark[];
  claims: RunClaim[];
}

export interface ReportBlock {
  kind: Block['kind'];
  level: number | null;
  /** Where it begins in the draft's text, in UTF-16 units. */
  start: number;
  text: string;
  runs: ReportRun[];
}

/** What of a source a reader may see: of a confidential one nothing but that it is there. */
export type ReportSource = { number: number } & (
  | { confidential: true }
  | ({
      confidential: false;
      citation: Citation;
      /** The source that this one repeats: its title, and its number if it is in the list; null for a confidential one. */
      derivedFrom: { title: string; number: number | null } | null;
      attachments: Pick<Attachment, 'name' | 'bytes' | 'sha256'>[];
    } & Pick<
      Source,
      | 'kind'
      | 'title'
      | 'author'
      | 'publisher'
      | 'publishedAt'
      | 'accessedAt'
      | 'url'
      | 'archiveUrl'
      | 'primary'
      | 'secondary'
      | 'standing'
      | 'standingReason'
      | 'standingSince'
    >)
);

/** Evidence from a confidential source says its stance and nothing else: all other fields are null. */
export interface ReportEvidence {
  stance: Stance;
  source: ReportSource;
  locator: string | null;
  quote: string | null;
  note: string | null;
}

/** What a report tells of any claim, wherever it stands. */
export interface ToldClaim extends Pick<Claim, 'note' | 'correction' | 'claimant' | 'kind'> {
  words: string;
  standing: Standing;
  /** What it was judged to be; with a standing of `recheck`, before what it rested on changed. */
  verdict: Verdict;
  recheck: RecheckReason[];
  /** Sources of it that no longer stand since it was judged, as far as they may be told. */
  fallen: ReportSource[];
  /** What is different and material since it was judged: of its words, then of the sentence around them. */
  changes: WordChange[];
  judged: Pick<Judged, 'by' | 'at'> | null;
  evidence: ReportEvidence[];
}

export interface ReportClaim extends ToldClaim {
  /** In reading order among all claims of the draft, counted from 1. */
  number: number;
  /** UTF-16 offsets into the draft's text. */
  span: Span;
  /** Of a paged original: where the claim's block begins. */
  page: number | null;
  /** The direction of the block in which its words begin; they keep it where they are listed outside the article. */
  direction: Direction;
}

/** Why a claim stands nowhere: it came into the draft without a place and `waiting` for one, or was let go. */
export const unplacedStates = ['waiting', 'cut'] as const;

export type UnplacedState = (typeof unplacedStates)[number];

/** Claims that stand nowhere in the article, by the draft in which they lost their place. They have no numbers. */
export interface UnplacedGroup {
  state: UnplacedState;
  draftNumber: number;
  claims: ToldClaim[];
}

/** Everything a report says, whatever its format. Built once; every format is a pure function of it. */
export interface Report {
  title: string;
  byline: string | null;
  link: string | null;
  publishedAt: string | null;
  /** Of the article, BCP 47. */
  language: string | null;
  draftNumber: number;
  words: number;
  /** Of the whole check: names of the reviewers, in the order of their first verdict in the article; empty when none gave one. */
  checkedBy: string[];
  /** Of the whole check: the moments of the first and the last verdict, RFC 3339 in UTC; null when none was judged. */
  checked: { first: string; last: string } | null;
  /** The moment the report was made, RFC 3339 in UTC. */
  madeAt: string;
  /** IANA name of the zone in which moments are written. */
  timeZone: string;
  /** Of the whole check, whatever part of it the report shows, and without what was cut. */
  counts: Progress & { total: number; open: number; sources: number; primary: number };
  /** What was chosen; standings in the order of `standings`. */
  options: Omit<ReportOptions, 'paper'>;
  /** Whether the first block says the title once more. */
  opensWithTitle: boolean;
  blocks: ReportBlock[];
  /** Those that stand as `options.standings` says. */
  claims: ReportClaim[];
  /** Those that wait for a place, as they stand, then those that were cut, by their verdict; no group is empty. */
  unplaced: UnplacedGroup[];
  /** The sources that these claims rest on, numbered from 1 in the order of their first use. */
  sources: ReportSource[];
}
