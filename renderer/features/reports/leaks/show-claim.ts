import type { Session } from '../../../state/review/session';
import { goToClaim, setCurrentClaim } from '../../../state/view/navigate';

/** Shows the claim that a leak belongs to, in the article if it has a place there. */
export function showClaim(session: Session, claimId: string): void {
  const listed = session.outlineById().get(claimId);
  if (listed) goToClaim(listed);
  else setCurrentClaim(claimId);
}
