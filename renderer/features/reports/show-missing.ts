import type { MissingField } from '../../../shared/reports/claim-review/missing-field';
import { isRated } from '../../../shared/reports/claim-review/reviewable-claims';
import { openDialog, runWhenNoDialog } from '../../state/dialogs';
import type { Session } from '../../state/review/session';
import { goToClaim } from '../../state/view/navigate';
import { showPanel } from '../../state/view/panels';

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
