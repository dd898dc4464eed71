import { useDeferredValue, useEffect, useMemo } from 'react';
import { sortClaims } from '../../../../shared/domain/claims/list/claim-order';
import type { ListedClaim } from '../../../state/review/outline';
import type { Session } from '../../../state/review/session';
import { useLastChanges } from '../../../state/review/use-last-changes';
import { useSession } from '../../../state/review/use-session';
import { createListMatcher, type IsOutsideFilter } from '../../../state/view/list-matcher';
import { useReviewView } from '../../../state/view/review-view';

interface ShownClaims {
  claims: readonly ListedClaim[];
  /** Whether a claim is shown although it does not match the filters. */
  isOutside: IsOutsideFilter;
}

/** The claims that match the filters, and the one that was just marked, in the chosen order. */
export function useShownClaims(all: readonly ListedClaim[]): ShownClaims {
  const { review, draft } = useSession();
  // Typing stays quick while thousands of claims are searched.
  const filter = useDeferredValue(useReviewView((view) => view.filter));
  const newClaims = useReviewView((view) => view.newClaims);
  const order = useReviewView((view) => view.order);
  const lastChanges = useLastChanges(order === 'changed', all);
  return useMemo(() => {
    const { isShown, isOutside } = createListMatcher({ filter, newClaims }, { review, draft });
    return { claims: sortClaims(all.filter(isShown), order, lastChanges), isOutside };
  }, [all, filter, newClaims, order, lastChanges, review, draft]);
}

/**
 * The selected claims of those that are shown. Claims that the filters hide, or that are gone, are no longer selected, so that they are
 * not again when the list shows them. Those that are newer than the list are.
 */
export function useSelectedOf(
  shown: readonly ListedClaim[],
  all: readonly ListedClaim[],
): readonly ListedClaim[] {
  const session = useSession();
  const ids = useReviewView((view) => view.selectedClaimIds);
  const selected = useMemo(
    () => (ids.size === 0 ? [] : shown.filter(({ claim }) => ids.has(claim.id))),
    [shown, ids],
  );
  useEffect(() => {
    if (selected.length === ids.size) return;
    const shownIds = new Set(selected.map(({ claim }) => claim.id));
    const listedIds = new Set(all.map(({ claim }) => claim.id));
    const isNewer = (id: string) => !listedIds.has(id) && isListed(session, id);
    const kept = Array.from(ids).filter((id) => shownIds.has(id) || isNewer(id));
    if (kept.length < ids.size) useReviewView.setState({ selectedClaimIds: new Set(kept) });
  }, [selected, ids, all, session]);
  return selected;
}

function isListed(session: Session, claimId: string): boolean {
  return session.outlineById().has(claimId) || session.unplaced().some(({ claim }) => claim.id === claimId);
}
