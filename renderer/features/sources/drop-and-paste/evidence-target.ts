import { useReviewView } from '../../../state/view/review-view';

/** A claim that a drop or a paste adds evidence to, and the elements that show it. */
export interface EvidenceTarget {
  claimId: string;
  elements: Element[];
}

/**
 * Finds the claim of an element: of a mark in the article, a row of the list, or the card. If several claims mark the same
 * words, it is the current one, or else the innermost.
 */
export function findEvidenceTarget(element: Element | null): EvidenceTarget | null {
  const markedIds = element?.closest('mark[data-claims]')?.getAttribute('data-claims')?.split(' ') ?? [];
  const { currentClaimId } = useReviewView.getState();
  const markedId = markedIds.find((id) => id === currentClaimId) ?? markedIds.at(-1);
  if (markedId !== undefined) {
    const marks = document.querySelectorAll(`mark[data-claims~="${CSS.escape(markedId)}"]`);
    return { claimId: markedId, elements: [...marks] };
  }
  const container = element?.closest('[data-claim]');
  const claimId = container?.getAttribute('data-claim');
  return container && claimId ? { claimId, elements: [container] } : null;
}
