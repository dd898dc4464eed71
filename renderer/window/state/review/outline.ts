import type { Draft } from '#shared/domain/base/draft.ts';
import type { ClaimStatus } from '#shared/domain/base/verdict.ts';
import { assessEvidence, type EvidenceAssessment } from '#shared/domain/claims/evidence-gaps.ts';
import { getClaimStatus } from '#shared/domain/claims/recheck.ts';
import { findUnplacedClaims, type QueuedClaim } from '#shared/domain/claims/review-queue.ts';
import type { Edit } from '#shared/domain/review/change.ts';
import {
  comparePlaces,
  findPlacement,
  listPlacedClaims,
  type PlacedClaim,
} from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { findClaimIdsRestingOn } from '#shared/domain/sources/derivation.ts';

/** A claim with a span in the draft on the screen, with its number, status and evidence derived. */
export interface OutlineClaim extends PlacedClaim {
  status: ClaimStatus;
  evidence: EvidenceAssessment;
}

/** A claim that has no span in the draft on the screen yet. */
export interface UnplacedClaim extends QueuedClaim {
  number: null;
  span: null;
  status: ClaimStatus;
  evidence: EvidenceAssessment;
}

/** A claim that counts in the draft. Retired claims are not listed. */
export type ListedClaim = OutlineClaim | UnplacedClaim;

const noClaims: readonly UnplacedClaim[] = [];

/** The outline of a draft: its claims in reading order. */
export function buildOutline(review: Review, draft: Draft): OutlineClaim[] {
  return listPlacedClaims(review, draft.id).map((placed) => deriveStatus(review, draft, placed));
}

function deriveStatus(review: Review, draft: Draft, placed: PlacedClaim): OutlineClaim {
  const { claim, span } = placed;
  return {
    ...placed,
    status: getClaimStatus(review, draft, claim, span),
    evidence: assessEvidence(review, claim.id),
  };
}

/** Fills the map claim by claim: an array of pairs would be as long as the outline, and garbage after each step. */
export function indexById(outline: readonly OutlineClaim[]): ReadonlyMap<string, OutlineClaim> {
  const byId = new Map<string, OutlineClaim>();
  for (const listed of outline) byId.set(listed.claim.id, listed);
  return byId;
}

/** The claims that have no span in the draft yet. A first draft has none of them. */
export function getUnplacedClaims(review: Review, draft: Draft): readonly UnplacedClaim[] {
  if (draft.number === 1) return noClaims;
  return findUnplacedClaims(review, draft.id).map(({ claim, placement }) => ({
    claim,
    placement,
    number: null,
    span: null,
    status: getClaimStatus(review, draft, claim, null),
    evidence: assessEvidence(review, claim.id),
  }));
}

/**
 * The outline after the edits were applied to the review. It recomputes only what the edits touch, and returns the same
 * objects for the rest, and the same array when no claim was touched, so that only the difference is rendered.
 */
export function updateOutline(
  review: Review,
  draft: Draft,
  before: readonly OutlineClaim[],
  edits: readonly Edit[],
): readonly OutlineClaim[] {
  const touched = findTouchedClaimIds(review, edits);
  if (touched === null) return buildOutline(review, draft);
  if (touched.size === 0) return before;
  const changed = listTouchedClaims(review, draft, touched);
  const untouched = before.filter(({ claim }) => !touched.has(claim.id));
  return mergeByPlace(untouched, changed).map((listed, index) =>
    listed.number === index + 1 ? listed : { ...listed, number: index + 1 },
  );
}

/** The touched claims that have a span in the draft, in reading order. Their numbers still have to be set. */
function listTouchedClaims(review: Review, draft: Draft, touched: ReadonlySet<string>): OutlineClaim[] {
  return Array.from(touched)
    .flatMap((id) => {
      const claim = review.claims.get(id);
      const placement = findPlacement(review, id, draft.id);
      if (!claim || !placement?.span) return [];
      return [deriveStatus(review, draft, { number: 0, claim, placement, span: placement.span })];
    })
    .sort(comparePlaces);
}

/** Merges two lists in reading order into one. */
function mergeByPlace(a: readonly OutlineClaim[], b: readonly OutlineClaim[]): OutlineClaim[] {
  const merged: OutlineClaim[] = [];
  let next = 0;
  for (const listed of a) {
    for (let other = b[next]; other && comparePlaces(other, listed) < 0; other = b[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(listed);
  }
  return merged.concat(b.slice(next));
}

/** The ids of the claims that applied edits may have changed; null when that can be any claim. */
function findTouchedClaimIds(review: Review, edits: readonly Edit[]): Set<string> | null {
  const touched = new Set<string>();
  for (const edit of edits) {
    if (edit.table === 'claims') touched.add(edit.id);
    else if (edit.table === 'placements' || edit.table === 'evidence' || edit.table === 'proposedEvidence') {
      const deletedFrom = 'delete' in edit ? edit.delete.claimId : undefined;
      const claimId = deletedFrom ?? review[edit.table].get(edit.id)?.claimId;
      if (typeof claimId === 'string') touched.add(claimId);
    } else if (edit.table === 'sources')
      for (const claimId of findClaimIdsRestingOn(review, edit.id)) touched.add(claimId);
    else if (edit.table === 'drafts') return null;
  }
  return touched;
}
