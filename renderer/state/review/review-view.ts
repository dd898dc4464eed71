import { create } from 'zustand';
import { type ClaimFilter, noFilter } from '../../../shared/domain/claims/claim-filter';
import type { Span } from '../../../shared/text/span';
import { focusHome } from '../focus';
import { claimOfRow } from './claim-of-row';
import type { ListedClaim, ShownClaim } from './outline';

/**
 * What the card shows: the current claim, the form that ties a source to it (or mends one tie), a source, or the form that
 * mends one.
 */
type CardMode =
  | { show: 'claim' }
  | { show: 'attach' }
  | { show: 'evidence'; evidenceId: string }
  | { show: 'source' | 'editSource'; sourceId: string };

/** The claims of a new draft that are gone through one by one. */
export interface QueueView {
  /** Their placements, in order, as they were when it was begun. */
  placementIds: readonly string[];
  /** The claims that these place, in the same order. */
  claimIds: readonly string[];
  at: number;
  /** Whether the words are being selected on which the current one stands now. */
  attaching: boolean;
}

interface ReviewView {
  current: string | null;
  /** The words selected in the article, cleaned; null when there are none. */
  selection: Span | null;
  /**
   * Where the reader was last: the words that were selected, shown or found, or the place of a click (start and end are the
   * same then). Null until the reader was somewhere.
   */
  place: Readonly<Span> | null;
  filter: ClaimFilter;
  /** What the left panel lists. */
  list: 'claims' | 'sources';
  card: CardMode;
  /** Null while the article is read. */
  queue: QueueView | null;
  /** The words the galley should bring into view, a new object each time. */
  reveal: { span: Span } | null;
  /** The words the galley should select, a new object each time. */
  select: { span: Span } | null;
  /** Asks the card to put the focus into the note, a new object each time. */
  focusNote: object | null;
  /** Asks the find field to take the focus, a new object each time. */
  focusFind: object | null;
}

const fresh: ReviewView = {
  current: null,
  selection: null,
  place: null,
  filter: noFilter,
  list: 'claims',
  card: { show: 'claim' },
  queue: null,
  reveal: null,
  select: null,
  focusNote: null,
  focusFind: null,
};

/** Where the reviewer is in the open review. Never stored. */
export const useReviewView = create<ReviewView>()(() => fresh);

export function resetView(): void {
  useReviewView.setState(fresh, true);
}

/** Lets go of the selected words, on the page as well. */
export function dropSelection(): void {
  if (useReviewView.getState().selection === null) return;
  document.getSelection()?.removeAllRanges();
  useReviewView.setState({ selection: null });
}

/**
 * The queue once a claim is gone to: moved to that claim, or left when it holds none such, so that its keys act on the claim
 * that is shown. Without a claim there is nothing to attach.
 */
function queueAt(queue: QueueView, claimId: string | null): QueueView | null {
  if (claimId === null) return queue.attaching ? { ...queue, attaching: false } : queue;
  const at = queue.claimIds.indexOf(claimId);
  if (at === queue.at) return queue;
  return at === -1 ? null : { ...queue, at, attaching: false };
}

/** Keys act on the claim whose row has the focus, so the focus does not stay on the row of another claim than is gone to. */
function leaveRowOfAnother(claimId: string): void {
  const row = claimOfRow(document.activeElement);
  if (row !== null && row !== claimId) focusHome();
}

/**
 * Makes a claim the current one where it is in view already. Another claim clears the selection, so a selection is always
 * younger than the current claim: keys never act on words that were left behind, and R never resizes to them.
 */
export function pickClaim(claimId: string | null): void {
  const { current, card, queue } = useReviewView.getState();
  if (claimId !== null && claimId !== current) dropSelection();
  if (claimId !== null) leaveRowOfAnother(claimId);
  const stays = claimId === current && card.show !== 'source' && card.show !== 'editSource';
  useReviewView.setState({
    current: claimId,
    card: stays ? card : { show: 'claim' },
    queue: queue && queueAt(queue, claimId),
  });
}

/** Goes to a claim of the queue, which stands on the card then; back from the article, if words were being selected there. */
export function goToQueued(at: number): void {
  const { queue } = useReviewView.getState();
  const claimId = queue?.claimIds[at];
  if (!queue || claimId === undefined) return;
  useReviewView.setState({ queue: { ...queue, at, attaching: false } });
  pickClaim(claimId);
}

/** Makes a claim the current one and brings its words into view; words selected elsewhere are left. */
export function goToClaim(claim: ShownClaim): void {
  dropSelection();
  pickClaim(claim.claim.id);
  revealSpan(claim.span);
}

/** Selects words of the article. */
export function selectWords(span: Span): void {
  useReviewView.setState({ selection: span, select: { span }, place: span });
}

/** Makes a claim the current one, and brings its words into view if it has a place in the draft. */
export function goToListed(claim: ListedClaim): void {
  if (claim.span === null) pickClaim(claim.claim.id);
  else goToClaim(claim);
}

/** Shows a source in the card. */
export function showSource(sourceId: string): void {
  useReviewView.setState({ card: { show: 'source', sourceId } });
}

/** Brings words into view: the reader is there now. */
export function revealSpan(span: Span): void {
  useReviewView.setState({ reveal: { span }, place: span });
}
