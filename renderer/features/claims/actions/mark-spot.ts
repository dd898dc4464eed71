import { markClaim } from '../../../../shared/domain/claims/claim-edits';
import { getClaimKind, type SpottedSpan } from '../../../../shared/spotting/spotted-span';
import type { Span } from '../../../../shared/text/span';
import { getCoverage } from '../../../state/reading/coverage';
import { currentEditContext } from '../../../state/review/edit-context';
import type { Session } from '../../../state/review/session';
import { clearSelection, setNewClaim } from '../../../state/view/navigate';

/** The spotted words that a span touches and nobody looked at; those that are exactly the span before others. */
export function findSpotAt(span: Readonly<Span>): SpottedSpan | undefined {
  const touched = (getCoverage()?.outstandingSpots ?? []).filter(
    (spot) => spot.span.start < Math.max(span.end, span.start + 1) && spot.span.end > span.start,
  );
  const isSame = (spot: SpottedSpan) => spot.span.start === span.start && spot.span.end === span.end;
  return touched.find(isSame) ?? touched[0];
}

/** Makes a claim of spotted words, with its kind and who says it, and makes it the current one. */
export function markSpot(session: Session, spot: SpottedSpan): void {
  const { step, claimId } = markClaim(session.draft, spot.span, 'unchecked', currentEditContext(), {
    note: null,
    correction: null,
    claimant: spot.claimant,
    kind: getClaimKind(spot.kind),
  });
  clearSelection();
  if (session.apply(step)) setNewClaim(claimId);
}
