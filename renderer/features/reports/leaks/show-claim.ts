import type { Leak } from '../../../../shared/reports/confidential/leak';
import { collapseWhitespace } from '../../../../shared/text/format/wording';
import type { Session } from '../../../state/review/session';
import { goToClaim, setCurrentClaim } from '../../../state/view/navigate';
import { showPanel } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';

/** Shows the claim that a leak belongs to, in the article if it has a place there, and its note if the words are in it. */
export function showClaim(session: Session, { claimId, excerpt }: Pick<Leak, 'claimId' | 'excerpt'>): void {
  if (claimId === null) return;
  const listed = session.outlineById().get(claimId);
  if (listed) goToClaim(listed);
  else setCurrentClaim(claimId);
  const note = session.review.claims.get(claimId)?.note ?? '';
  if (excerpt === null || !collapseWhitespace(note).includes(excerpt.words)) return;
  showPanel('card');
  useReviewView.setState({ card: { show: 'claim' }, noteFocusRequest: {} });
}
