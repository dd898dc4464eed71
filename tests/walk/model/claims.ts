import { compareSpans, isSameSpan, type Span } from '../../../shared/text/span';
import { fromScreen, type Model } from './model';
import type { ModelClaim } from './review-content';

/** A claim that has a span in the draft. */
export interface PlacedClaim extends ModelClaim {
  id: string;
  span: Span;
}

/** The claims that have a span in the draft, in reading order. */
export function getPlacedClaims({ content }: Readonly<Model>): PlacedClaim[] {
  return Object.entries(content.claims)
    .flatMap(([id, claim]) => (claim.span ? [{ ...claim, id, span: claim.span }] : []))
    .sort((a, b) => compareSpans(a.span, b.span) || (a.id < b.id ? -1 : 1));
}

/** The claim that the verdict keys act on: the one on the selected words, or else the current one. */
export function findVerdictTarget(model: Readonly<Model>): PlacedClaim | undefined {
  const { selection, currentClaimId } = model;
  if (selection === fromScreen) return undefined;
  return getPlacedClaims(model).find(({ id, span }) =>
    selection ? isSameSpan(span, selection) : id === currentClaimId,
  );
}

export function findCurrentClaim(model: Readonly<Model>): PlacedClaim | undefined {
  return getPlacedClaims(model).find(({ id }) => id === model.currentClaimId);
}

/** The claim that other keys act on: the one whose row has the focus, or else the current one. */
export function findKeyTarget(model: Readonly<Model>): PlacedClaim | undefined {
  return getPlacedClaims(model).find(({ id }) => id === (model.focusedRowClaimId ?? model.currentClaimId));
}

/** A key pressed on a row acts on the claim of that row: the claim becomes the current one, and the selection is cleared. */
export function makeFocusedRowCurrent(model: Model): void {
  if (model.focusedRowClaimId === null || model.focusedRowClaimId === model.currentClaimId) return;
  model.currentClaimId = model.focusedRowClaimId;
  model.selection = null;
}

/** The selected span; null when nothing is selected or the selection is not known yet. */
export function getSelectedSpan({ selection }: Readonly<Model>): Span | null {
  return selection === fromScreen ? null : selection;
}
