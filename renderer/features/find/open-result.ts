import type { Session } from '../../state/review/session';
import { goToMatch } from '../../state/view/find';
import { goToListedClaim, showSource } from '../../state/view/navigate';
import { showPanel } from '../../state/view/panels';
import { useReviewView } from '../../state/view/review-view';
import type { OpenableRow } from './list-results';

/** Goes to a result: a match in the article, or the claim or the source, in the card. */
export function openResult(session: Session, row: OpenableRow): void {
  if (row.kind === 'match') {
    goToMatch(row.index);
    return;
  }
  showPanel('card');
  const claim = [...session.outline(), ...session.unplaced()].find(({ claim: { id } }) => id === row.claimId);
  if (claim) goToListedClaim(claim);
  else if (row.sourceId !== null) showSource(row.sourceId);
  if (row.group === 'notes') useReviewView.setState({ card: { show: 'claim' }, noteFocusRequest: {} });
}
