import type { Claim } from '../../../shared/domain/claim';
import { evidenceGapLabels, assessEvidence } from '../../../shared/domain/claims/evidence-gaps';
import { findUnreliableSourceIds, getClaimStatus } from '../../../shared/domain/claims/recheck';
import { getFormerWords } from '../../../shared/domain/claims/retired-claims';
import { listPlacedClaims } from '../../../shared/domain/review/placed-claims';
import { findUnplacedClaims } from '../../../shared/domain/review/review-queue';
import { type ClaimStatus, statusLooks } from '../../../shared/domain/verdict';
import { shorten } from '../../../shared/text/format/shorten';
import type { Span } from '../../../shared/text/span';
import type { StoredReview } from '../app/stored-review';
import type { Filter } from '../model/model';

/** A claim as the list has to show it. */
export interface ListedClaim {
  id: string;
  /** Null while it waits for a place in the draft. */
  number: number | null;
  words: string;
  status: ClaimStatus;
  /** What is said of its sources, such as "No source". */
  gaps: string[];
}

/** A claim as the article has to show it, too. */
export interface ExpectedClaim extends ListedClaim {
  number: number;
  span: Span;
}

/** What the screen has to show of what is stored: derived anew, from the first line of the history on. */
export function deriveExpectedClaims(stored: StoredReview): { claims: ExpectedClaim[]; waiting: ListedClaim[] } {
  const { review, draft } = stored;
  const gapsOf = (id: string) => assessEvidence(review, id).gaps.map((gap) => evidenceGapLabels[gap]);
  const claims = listPlacedClaims(review, draft.id).map(({ claim, number, span }) => ({
    ...{ id: claim.id, number, span },
    words: draft.text.slice(span.start, span.end),
    standing: getCachedStatus(stored, claim, span),
    gaps: gapsOf(claim.id),
  }));
  const waiting = findUnplacedClaims(review, draft.id).map(({ claim, placement }) => ({
    ...{ id: claim.id, number: null },
    words: getFormerWords(placement),
    standing: getClaimStatus(review, draft, claim, null),
    gaps: gapsOf(claim.id),
  }));
  return { claims, waiting };
}

/** How claims stood when it was last asked, and what that depended on: to find the sentence of each takes its time. */
const known = new WeakMap<Claim, { on: string; standing: ClaimStatus }>();

function getCachedStatus({ review, draft }: StoredReview, claim: Claim, span: Span): ClaimStatus {
  const fallen = claim.judged ? findUnreliableSourceIds(review, claim.id) : [];
  const on = [draft.id, span.start, span.end, ...fallen].join(' ');
  const before = known.get(claim);
  if (before?.on === on) return before.standing;
  const standing = getClaimStatus(review, draft, claim, span);
  known.set(claim, { on, standing });
  return standing;
}

const isOpen = (standing: ClaimStatus) => standing === 'unchecked' || standing === 'recheck';

/** Whether a claim is listed under one filter, by the filter's words. */
export function matchesFilter({ status: standing, gaps }: ListedClaim, label: string): boolean {
  if (label === 'All') return true;
  return label === 'Open'
    ? isOpen(standing)
    : statusLooks[standing].label === label || gaps.includes(label);
}

/** Whether a claim is listed: it stands as asked, and has one of the other things asked for. */
export function isListed(claim: ListedClaim, { verdict, extras }: Filter): boolean {
  return matchesFilter(claim, verdict) && (extras.length === 0 || extras.some((extra) => matchesFilter(claim, extra)));
}

/** The counts of the status bar, in its words. */
export function formatStatusCounts(standings: readonly ClaimStatus[]): string {
  const count = (wanted: ClaimStatus) => standings.filter((standing) => standing === wanted).length;
  const told = (['verified', 'disputed', 'unverifiable', 'recheck', 'unchecked'] as const)
    .filter((standing) => standing !== 'recheck' || count(standing) > 0)
    .map((standing) => `${count(standing)} ${statusLooks[standing].inSentence}`);
  const isTold = standings.includes('recheck');
  return [...told, ...(isTold ? [`${standings.filter(isOpen).length} open`] : [])].join(' · ');
}

export const onLine = (words: string) => words.replace(/\s+/g, ' ').trim();

/** What a row has to begin with. */
export const formatRowStart = ({ number, status: standing, words }: ListedClaim) =>
  onLine(`${number ?? ''}${statusLooks[standing].glyph}${shorten(words, 60).replace(/…$/, '')}`);
