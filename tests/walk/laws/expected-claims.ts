import type { Claim } from '#shared/domain/base/claim.ts';
import { type ClaimStatus, claimStatuses, statusLooks } from '#shared/domain/base/verdict.ts';
import { assessEvidence, evidenceGapLabels } from '#shared/domain/claims/evidence-gaps.ts';
import { findUnreliableSourceIds, getClaimStatus } from '#shared/domain/claims/recheck.ts';
import { findUnplacedClaims } from '#shared/domain/claims/review-queue.ts';
import { listTagsOfClaim } from '#shared/domain/claims/tag-edits.ts';
import { getFormerWords, listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { collapseWhitespace, shorten } from '#shared/text/format/wording.ts';
import type { Span } from '#shared/text/span.ts';
import type { PastDraft } from '../app/stored-review.ts';
import type { Filter } from '../model/model.ts';

/** A claim as the list must show it. */
export interface ListedClaim {
  id: string;
  /** Null for an unplaced claim. */
  number: number | null;
  words: string;
  status: ClaimStatus;
  /** The labels of its evidence gaps, such as "No source". */
  gaps: string[];
  /** The names of its tags, in the order in which they were given. */
  tags: string[];
}

/** A claim as the list and the article must show it. */
export interface ExpectedClaim extends ListedClaim {
  number: number;
  span: Span;
}

/** Derives what the screen must show from the review that was replayed from the first line of the history. */
export function deriveExpectedClaims(stored: PastDraft): {
  claims: ExpectedClaim[];
  unplaced: ListedClaim[];
} {
  const { review, draft } = stored;
  const getGaps = (id: string) => assessEvidence(review, id).gaps.map((gap) => evidenceGapLabels[gap]);
  const claims = listPlacedClaims(review, draft.id).map(({ claim, number, span }) => ({
    id: claim.id,
    number,
    span,
    words: draft.text.slice(span.start, span.end),
    status: getCachedStatus(stored, claim, span),
    gaps: getGaps(claim.id),
    tags: listTagsOfClaim(review, claim).map(({ name }) => name),
  }));
  const unplaced = findUnplacedClaims(review, draft.id).map(({ claim, placement }) => ({
    id: claim.id,
    number: null,
    words: getFormerWords(placement),
    status: getClaimStatus(review, draft, claim, null),
    gaps: getGaps(claim.id),
    tags: listTagsOfClaim(review, claim).map(({ name }) => name),
  }));
  return { claims, unplaced };
}

/** The last status of each claim, and what it depended on. A cache, because finding the sentences of all claims is slow. */
const statusCache = new WeakMap<Claim, { key: string; status: ClaimStatus }>();

function getCachedStatus({ review, draft }: PastDraft, claim: Claim, span: Span): ClaimStatus {
  const unreliableIds = claim.judged ? findUnreliableSourceIds(review, claim.id) : [];
  const key = [draft.id, span.start, span.end, ...unreliableIds].join(' ');
  const cached = statusCache.get(claim);
  if (cached?.key === key) return cached.status;
  const status = getClaimStatus(review, draft, claim, span);
  statusCache.set(claim, { key, status });
  return status;
}

export const isOpenStatus = (status: ClaimStatus) => status === 'unchecked' || status === 'recheck';

/** Whether one filter lists a claim. `label` is the text of the filter. */
export function matchesFilter({ status, gaps }: ListedClaim, label: string): boolean {
  if (label === 'All') return true;
  return label === 'Open'
    ? isOpenStatus(status)
    : statusLooks[status].label === label || gaps.includes(label);
}

/**
 * Whether all filters together list a claim: it has the verdict, has to be checked again if that filter is on, and has one of the
 * gaps that are chosen.
 */
export function isListed(claim: ListedClaim, { verdict, extras }: Filter): boolean {
  const gaps = extras.filter((extra) => extra !== statusLooks.recheck.label);
  return (
    matchesFilter(claim, verdict) &&
    (gaps.length === extras.length || claim.status === 'recheck') &&
    (gaps.length === 0 || gaps.some((gap) => matchesFilter(claim, gap)))
  );
}

/** The counts as the status bar shows them. */
export function formatStatusCounts(statuses: readonly ClaimStatus[]): string {
  const count = (wanted: ClaimStatus) => statuses.filter((status) => status === wanted).length;
  const parts = claimStatuses
    .filter((status) => status !== 'recheck' || count(status) > 0)
    .map((status) => `${count(status)} ${statusLooks[status].inSentence}`);
  const hasRecheck = statuses.includes('recheck');
  return [...parts, ...(hasRecheck ? [`${statuses.filter(isOpenStatus).length} open`] : [])].join(' · ');
}

/** The text that the row of a claim must begin with. */
export function formatRowStart({ number, status, words }: ListedClaim): string {
  return collapseWhitespace(
    `${number ?? ''}${statusLooks[status].glyph}${shorten(words, 60).replace(/…$/, '')}`,
  );
}
