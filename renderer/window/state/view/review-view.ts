import { create } from 'zustand';
import { type ClaimFilter, type ClaimOrder, noFilter } from '#shared/domain/claims/claim-filter.ts';
import type { Span } from '#shared/text/span.ts';

/**
 * The content of the card: the current claim, the form for its new, its existing or its proposed evidence, a source, or a source's
 * form.
 */
type CardMode =
  | { show: 'claim' }
  | { show: 'attach' }
  | { show: 'evidence'; evidenceId: string }
  | { show: 'proposed'; proposedId: string }
  | { show: 'source' | 'editSource'; sourceId: string };

/** The review queue while it is open: the claims of a new draft that need the reviewer, one by one. */
export interface QueueView {
  /** The placements in order, as they were when the queue was opened. */
  placementIds: readonly string[];
  /** The claims of these placements, in the same order. */
  claimIds: readonly string[];
  index: number;
  /** Whether the reviewer is selecting the words in the article that the current claim is attached to. */
  isAttaching: boolean;
}

export interface ReviewView {
  currentClaimId: string | null;
  /** The selected span of the article, trimmed; null without a selection. */
  selection: Span | null;
  /**
   * Where the reviewer was last: the words that were selected, revealed or found, or the offset of a click as an empty span.
   * Null until the reviewer was somewhere.
   */
  lastSpan: Readonly<Span> | null;
  filter: ClaimFilter;
  /** The claims that the last step made, with the filter at that time; null once another claim is the current one. */
  newClaims: { claimIds: readonly string[]; filter: ClaimFilter } | null;
  /** The order of the list of claims. */
  order: ClaimOrder;
  /** The claims that are selected in the list together. Empty while keys act on the current claim. */
  selectedClaimIds: ReadonlySet<string>;
  /** The claim from which Shift extends the selected claims; null while it is the current one. */
  anchorClaimId: string | null;
  /** The list in the left panel. */
  list: 'claims' | 'sources' | 'reading';
  card: CardMode;
  /** Null while the queue is closed. */
  queue: QueueView | null;
  /** The sentence that was gone to, for screen readers, which do not announce a selection made by a script. */
  announcement: string;
  /** Asks the article's view to scroll to a span. Requests are new objects each time, so that each one is noticed. */
  revealRequest: { span: Span } | null;
  /** Asks the article's view to select a span. */
  selectRequest: { span: Span } | null;
  /** Asks the card to focus the note. */
  noteFocusRequest: object | null;
  /** Asks the card to focus the field for tags. */
  tagFocusRequest: object | null;
  /** Asks the find field to take the focus. */
  findFocusRequest: object | null;
}

const initialView: ReviewView = {
  currentClaimId: null,
  selection: null,
  lastSpan: null,
  filter: noFilter,
  newClaims: null,
  order: 'place',
  selectedClaimIds: new Set(),
  anchorClaimId: null,
  list: 'claims',
  card: { show: 'claim' },
  queue: null,
  announcement: '',
  revealRequest: null,
  selectRequest: null,
  noteFocusRequest: null,
  tagFocusRequest: null,
  findFocusRequest: null,
};

/** Where the reviewer is in the open review, and what is shown of it. Nothing of this is part of the review. */
export const useReviewView = create<ReviewView>()(() => initialView);

export function resetReviewView(): void {
  useReviewView.setState(initialView, true);
}
