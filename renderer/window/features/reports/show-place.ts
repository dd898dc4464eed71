import { openDialog, runWhenNoDialog } from '#renderer/window/state/base/dialogs.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { goToClaim, setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { showPanel } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { isRated } from '#shared/domain/base/verdict.ts';
import type { Leak } from '#shared/reports/base/leak.ts';
import type { MissingField } from '#shared/reports/missing-field.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';

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
