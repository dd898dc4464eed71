import { useReviewView } from '../../../state/review/review-view';

/** A claim to which evidence can be given by a drop or a paste, and what stands for it on the screen. */
export interface EvidenceTarget {
  claimId: string;
  elements: Element[];
}

/**
 * The claim that an element stands for: a mark in the article, a row of the list, the card. Where several claims lie on the
 * same words it is the current one of them, or else the innermost.
 */
export function evidenceTargetOf(element: Element | null): EvidenceTarget | null {
  const ids = element?.closest('mark[data-claims]')?.getAttribute('data-claims')?.split(' ') ?? [];
  const { current } = useReviewView.getState();
  const marked = ids.find((id) => id === current) ?? ids.at(-1);
  if (marked !== undefined) {
    const parts = document.querySelectorAll(`mark[data-claims~="${CSS.escape(marked)}"]`);
    return { claimId: marked, elements: [...parts] };
  }
  const holder = element?.closest('[data-claim]');
  const claimId = holder?.getAttribute('data-claim');
  return holder && claimId ? { claimId, elements: [holder] } : null;
}
