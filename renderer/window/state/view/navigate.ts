import type { Span } from '#shared/text/span.ts';
import type { ListedClaim, OutlineClaim } from '../review/outline.ts';
import { type QueueView, useReviewView } from './review-view.ts';
import { clearSelectedClaims, getClaimIdOfRow } from './selected-claims.ts';
import { focusMainArea } from './viewport.ts';

/**
 * Makes a claim the current one without scrolling to it. A selection from before is cleared, so a selection is always newer
 * than the current claim: keys never act on words that were left, and R never resizes a claim to them.
 */
export function setCurrentClaim(claimId: string | null): void {
  const { currentClaimId, card, queue, newClaims } = useReviewView.getState();
  if (claimId !== null && claimId !== currentClaimId) clearSelection();
  if (claimId !== null) blurRowOfOtherClaim(claimId);
  const keepsCard = claimId === currentClaimId && card.show !== 'source' && card.show !== 'editSource';
  clearSelectedClaims();
  useReviewView.setState({
    currentClaimId: claimId,
    newClaims: claimId === null || newClaims?.claimIds.includes(claimId) ? newClaims : null,
    card: keepsCard ? card : { show: 'claim' },
    queue: queue && moveQueueTo(queue, claimId),
  });
}

/** Makes a claim that was just marked the current one, and shows it in the list. */
export function setNewClaim(claimId: string): void {
  setCurrentClaim(claimId);
  showNewClaims([claimId]);
}

/**
 * Shows claims that were just made in the list even where its filter would hide them, until the filter changes or another claim becomes
 * the current one: otherwise it would look as if nothing had been made.
 */
export function showNewClaims(claimIds: readonly string[]): void {
  useReviewView.setState(({ filter }) => ({ newClaims: { claimIds, filter } }));
}

/** Makes a claim the current one and scrolls to its words. */
export function goToClaim(claim: OutlineClaim): void {
  clearSelection();
  setCurrentClaim(claim.claim.id);
  revealSpan(claim.span);
}

/** Makes a claim the current one and scrolls to its words, if it has a span in the draft. */
export function goToListedClaim(claim: ListedClaim): void {
  if (claim.span === null) setCurrentClaim(claim.claim.id);
  else goToClaim(claim);
}

/** Goes to a claim of the open queue, from the article if words were being selected there. Does nothing past its ends. */
export function goToQueueIndex(index: number): void {
  const { queue } = useReviewView.getState();
  const claimId = queue?.claimIds[index];
  if (!queue || claimId === undefined) return;
  useReviewView.setState({ queue: { ...queue, index, isAttaching: false } });
  setCurrentClaim(claimId);
}

/** Shows a source in the card. */
export function showSource(sourceId: string): void {
  useReviewView.setState({ card: { show: 'source', sourceId } });
}

/** Scrolls to a span of the article: the reviewer is there now. */
export function revealSpan(span: Span): void {
  useReviewView.setState({ revealRequest: { span }, lastSpan: span });
}

/** Selects a span of the article. */
export function selectText(span: Span): void {
  clearSelectedClaims();
  useReviewView.setState({ selection: span, selectRequest: { span }, lastSpan: span });
}

/** Clears the selection in the article, on the page as well. */
export function clearSelection(): void {
  if (useReviewView.getState().selection === null) return;
  document.getSelection()?.removeAllRanges();
  useReviewView.setState({ selection: null });
}

/**
 * The queue after a claim became the current one: moved to that claim, or closed when the claim is not in it, so that the keys
 * of the queue act on the claim that is shown. Without a claim there is nothing to attach.
 */
function moveQueueTo(queue: QueueView, claimId: string | null): QueueView | null {
  if (claimId === null) return queue.isAttaching ? { ...queue, isAttaching: false } : queue;
  const index = queue.claimIds.indexOf(claimId);
  if (index === queue.index) return queue;
  return index === -1 ? null : { ...queue, index, isAttaching: false };
}

/** Keys act on the claim whose row has the focus, so the focus leaves the row of any other claim. */
function blurRowOfOtherClaim(claimId: string): void {
  const rowClaimId = getClaimIdOfRow(document.activeElement);
  if (rowClaimId !== null && rowClaimId !== claimId) focusMainArea();
}
