import { splitClaim } from '../../../../shared/domain/claims/split-claim';
import { listCreatedClaims } from '../../../../shared/domain/history/step';
import { formatCount } from '../../../../shared/text/format/format-count';
import { showNotice } from '../../../state/notices';
import { currentEditContext } from '../../../state/review/edit-context';
import type { Session } from '../../../state/review/session';
import { showNewClaims } from '../../../state/view/navigate';

/** Splits a claim into one for each sentence of its words, and offers to undo that. */
export function splitBySentence(session: Session, claimId: string, onUndo: () => void): void {
  const { review, draft } = session;
  const placed = session.outlineById().get(claimId);
  if (!placed) return;
  const step = splitClaim(review, draft, placed, currentEditContext());
  if (!step) {
    showNotice(
      placed.claim.correction === null
        ? 'This claim has one sentence only.'
        : 'Nothing was split: “Change to” replaces all words of this claim. Clear it first.',
    );
    return;
  }
  if (!session.apply(step)) return;
  const claimIds = [claimId, ...listCreatedClaims(step)];
  showNewClaims(claimIds);
  showNotice(`Split into ${formatCount(claimIds.length, 'claim')}, one for each sentence.`, {
    label: 'Undo',
    run: onUndo,
  });
}
