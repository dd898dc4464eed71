import { compareSpans, type Span } from '../../text/span';
import type { Claim } from '../claim';
import { recheckReasons, type StandingDraft } from '../claims/recheck';
import type { Draft } from '../draft';
import { updateEdit } from '../history/edits';
import type { Step } from '../history/step';
import type { Placement } from '../placement';
import { type Review, referringTo } from './review';

/** A claim that came into a draft so that somebody has to look at it. */
export interface QueuedClaim {
  claim: Claim;
  placement: Placement;
}

/**
 * Whether a claim still waits for the reviewer. A place that somebody chose is no verdict: where the words or their sentence
 * are others than those that were judged, the claim waits on until it is judged there.
 */
export function waitsFor(review: Review, draft: StandingDraft, { claim, placement }: QueuedClaim): boolean {
  const { resolved, span, status } = placement;
  if (!resolved) return true;
  if (span === null || (status !== 'ambiguous' && status !== 'lost')) return false;
  return recheckReasons(review, draft, claim, span).some((reason) => reason !== 'source');
}

/** The claims that came into a draft or were marked in it. */
function claimsIn(review: Review, draftId: string): QueuedClaim[] {
  return referringTo(review, `drafts/${draftId}`, 'placements').flatMap((placement) => {
    const claim = review.claims.get(placement.claimId);
    return claim ? [{ claim, placement }] : [];
  });
}

const end = Number.MAX_SAFE_INTEGER;

/** In reading order, those without a place last. */
function inOrder(claims: QueuedClaim[]): QueuedClaim[] {
  const place = ({ placement: { span } }: QueuedClaim): Span => span ?? { start: end, end };
  return claims.sort((a, b) => compareSpans(place(a), place(b)) || (a.claim.id < b.claim.id ? -1 : 1));
}

/** The claims of a draft that wait for the reviewer since it came in: in reading order, those without a place last. */
export function queueOf(review: Review, draft: StandingDraft & Pick<Draft, 'id'>): QueuedClaim[] {
  return inOrder(claimsIn(review, draft.id).filter((claim) => waitsFor(review, draft, claim)));
}

/** The claims that came into a draft without a place, and were not let go. */
export function unplacedClaims(review: Review, draftId: string): QueuedClaim[] {
  const isUnplaced = ({ placement }: QueuedClaim) => placement.span === null && !placement.resolved;
  return inOrder(claimsIn(review, draftId).filter(isUnplaced));
}

/** Lets a claim go: it stands in this draft no more. `words` are those that it stands on, or stood on before. */
export function letGo(placement: Placement, words: string): Step | null {
  const { status } = placement;
  const edit = updateEdit('placements', placement, {
    span: null,
    status: status === 'ambiguous' ? status : 'lost',
    changes: goneWords(words),
    resolved: true,
  });
  return edit && { action: 'claim.letGo', edits: [edit] };
}

/** What a placement without a span keeps of the words that the claim stood on. */
export function goneWords(words: string): Placement['changes'] {
  return [{ before: words, after: '', material: true, reason: 'words' }];
}
