import { deleteClaim } from '../../../../shared/domain/claims/claim-edits';
import { createClaimMatcher } from '../../../../shared/domain/claims/list/claim-filter';
import { isSameSpan, type Span } from '../../../../shared/text/span';
import { currentSession } from '../../../state/article/open-review';
import { focusMainArea } from '../../../state/focus-main-area';
import type { OutlineClaim } from '../../../state/review/outline';
import type { Session } from '../../../state/review/session';
import { showStepNotice } from '../../../state/step-notices';
import { clearSelection, goToClaim, setCurrentClaim } from '../../../state/view/navigate';
import { showCardIfNarrow } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';

/**
 * The current claim; undefined if there is none or it is unplaced. The other actions on it and on the selection: `mark-claim.ts`
 * marks and resizes, `set-verdict.ts` sets the verdict.
 */
export function findCurrentClaim(session: Session): OutlineClaim | undefined {
  const { currentClaimId } = useReviewView.getState();
  return currentClaimId === null ? undefined : session.outlineById().get(currentClaimId);
}

/** A claim with exactly this span. */
export function findClaimOn(session: Session, span: Span): OutlineClaim | undefined {
  return session.outline().find((claim) => isSameSpan(claim.span, span));
}

/** Deletes the current claim and offers to undo that. */
export function deleteCurrentClaim(onUndo: () => void): void {
  const session = currentSession();
  const claim = session?.review.claims.get(useReviewView.getState().currentClaimId ?? '');
  const number = session && findCurrentClaim(session)?.number;
  const step = session && claim && deleteClaim(session.review, claim);
  if (!session || !step || !session.apply(step)) return;
  setCurrentClaim(null);
  focusMainArea();
  showStepNotice(session, number ? `Claim ${number} deleted.` : 'Claim deleted.', onUndo, step.edits);
}

/**
 * Goes to the claim after (1) or before (-1) the current one or the selection, skipping claims that the list's filter hides.
 * After the last one, and before the first, it only clears the selection.
 */
export function goToAdjacentClaim(by: 1 | -1): void {
  const session = currentSession();
  if (!session) return;
  const { filter, selection } = useReviewView.getState();
  const current = findCurrentClaim(session);
  const matches = createClaimMatcher(filter, session);
  const claims = session.outline().filter((claim) => claim === current || matches(claim));
  const currentIndex = current ? claims.indexOf(current) : -1;
  const offset = selection?.start ?? (by === 1 ? 0 : session.draft.text.length);
  const indexAfter = claims.findIndex(({ span }) => span.start >= offset);
  const indexBefore = (indexAfter === -1 ? claims.length : indexAfter) - 1;
  const indexFromOffset = by === 1 ? indexAfter : indexBefore;
  const next = claims[currentIndex === -1 ? indexFromOffset : currentIndex + by];
  if (!next) {
    clearSelection();
    return;
  }
  goToClaim(next);
  showCardIfNarrow();
}
