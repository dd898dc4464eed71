import { createClaimMatcher } from '../../../shared/domain/claims/list/claim-filter';
import type { ListedClaim } from '../review/outline';
import type { Session } from '../review/session';
import type { ReviewView } from './review-view';

/** Whether the list shows a claim only because it is new. */
export type IsOutsideFilter = (listed: ListedClaim) => boolean;

/** Creates the functions that say which claims the list shows, and which of them the filter would hide. */
export function createListMatcher(
  { filter, newClaims }: Pick<ReviewView, 'filter' | 'newClaims'>,
  session: Pick<Session, 'review' | 'draft'>,
): { isShown: (listed: ListedClaim) => boolean; isOutside: IsOutsideFilter } {
  const matches = createClaimMatcher(filter, session);
  const isNew = ({ claim }: ListedClaim) =>
    newClaims?.filter === filter && newClaims.claimIds.includes(claim.id);
  return {
    isShown: (listed) => matches(listed) || isNew(listed),
    isOutside: (listed) => isNew(listed) && !matches(listed),
  };
}
