import { isRated } from '../../../../shared/domain/base/verdict';
import type { Leak } from '../../../../shared/reports/base/leak';
import type { MissingField } from '../../../../shared/reports/missing-field';
import { collapseWhitespace } from '../../../../shared/text/format/wording';
import { openDialog, runWhenNoDialog } from '../../state/base/dialogs';
import type { Session } from '../../state/review/session';
import { goToClaim, setCurrentClaim } from '../../state/view/navigate';
import { showPanel } from '../../state/view/panels';
import { useReviewView } from '../../state/view/review-view';

/**
 * Shows where a missing field is filled in. After the details or the settings the export dialog opens again; at a claim the reviewer
 * goes on by hand.
 */
export function showMissing(session: Session, place: MissingField['place']): void {
  if (place === 'claims') {
    // A claim that has its verdict lacks only the name.
    const claims = session.outline();
    const claim =
      claims.find(({ status, claim: one }) => isRated(status) && one.claimant === null) ?? claims[0];
    if (!claim) return;
    goToClaim(claim);
    showPanel('card');
    return;
  }
  openDialog(place, place === 'settings' ? 'claimReview' : 'link');
  runWhenNoDialog(() => openDialog('export'));
}

/** Shows the claim that a leak belongs to, in the article if it has a place there, and its note if the words are in it. */
export function showClaim(session: Session, { claimId, excerpt }: Pick<Leak, 'claimId' | 'excerpt'>): void {
  if (claimId === null) return;
  const listed = session.outlineById().get(claimId);
  if (listed) goToClaim(listed);
  else setCurrentClaim(claimId);
  const note = session.review.claims.get(claimId)?.note ?? '';
  if (!collapseWhitespace(note).includes(excerpt.words)) return;
  showPanel('card');
  useReviewView.setState({ card: { show: 'claim' }, noteFocusRequest: {} });
}
