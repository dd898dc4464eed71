import { create } from 'zustand';
import type { Span } from '../../shared/domain/span';
import type { Standing } from '../../shared/domain/verdict';
import type { ShownClaim } from './outline';

export type ClaimFilter = 'all' | 'open' | 'noSource' | Standing;

/** What the card shows: the claim itself, or the form that ties a source to it (or mends one tie). */
type CardMode = { show: 'claim' } | { show: 'attach' } | { show: 'evidence'; evidenceId: string };

interface ReviewView {
  current: string | null;
  /** The words selected in the article, cleaned; null when there are none. */
  selection: Span | null;
  filter: ClaimFilter;
  card: CardMode;
  /** The words the galley should bring into view, a new object each time. */
  reveal: { span: Span } | null;
  /** Asks the card to put the focus into the note, a new object each time. */
  focusNote: object | null;
  /** Asks the find field to take the focus, a new object each time. */
  focusFind: object | null;
}

const fresh: ReviewView = {
  current: null,
  selection: null,
  filter: 'all',
  card: { show: 'claim' },
  reveal: null,
  focusNote: null,
  focusFind: null,
};

/** Where the reviewer is in the open review. Never stored. */
export const useReviewView = create<ReviewView>()(() => fresh);

export function resetView(): void {
  useReviewView.setState(fresh, true);
}

/** Makes a claim the current one where it is in view already. */
export function pickClaim(claimId: string | null): void {
  const { current, card } = useReviewView.getState();
  useReviewView.setState({ current: claimId, card: claimId === current ? card : { show: 'claim' } });
}

/** Makes a claim the current one and brings its words into view. */
export function goToClaim(claim: ShownClaim): void {
  pickClaim(claim.claim.id);
  useReviewView.setState({ reveal: { span: claim.span } });
}

export function revealSpan(span: Span): void {
  useReviewView.setState({ reveal: { span } });
}

export function matchesFilter(claim: ShownClaim, filter: ClaimFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'open') return claim.standing === 'unchecked' || claim.standing === 'recheck';
  if (filter === 'noSource') return claim.evidence === 0;
  return claim.standing === filter;
}
