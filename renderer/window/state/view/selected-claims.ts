import type { Claim } from '#shared/domain/base/claim.ts';
import { createClaimMatcher } from '#shared/domain/claims/claim-filter.ts';
import type { ListedClaim } from '../review/outline.ts';
import type { Session } from '../review/session.ts';
import { type ReviewView, useReviewView } from './review-view.ts';

/** The claim whose row in the list of claims contains the element; null outside of such rows. */
export function getClaimIdOfRow(element: Element | null): string | null {
  return element?.closest('[data-claim-row]')?.getAttribute('data-claim') ?? null;
}

/** Whether the list shows a claim only because it is new. */
type IsOutsideFilter = (listed: ListedClaim) => boolean;

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

const none: ReadonlySet<string> = new Set();

/** The claims that the list shows: in reading order, then the unplaced ones. */
export function listMatchingClaims(session: Session): ListedClaim[] {
  const { isShown } = createListMatcher(useReviewView.getState(), session);
  return [...session.outline(), ...session.unplaced()].filter(isShown);
}

/** The selected claims that the list shows, in its order by place. Nothing ever acts on one that the filter hides. */
export function listSelectedClaims(session: Session): ListedClaim[] {
  const { selectedClaimIds } = useReviewView.getState();
  if (selectedClaimIds.size === 0) return [];
  return listMatchingClaims(session).filter(({ claim }) => selectedClaimIds.has(claim.id));
}

/** The selected claims themselves. */
export function getSelectedClaims(session: Session): Claim[] {
  return listSelectedClaims(session).map(({ claim }) => claim);
}

export function hasSelectedClaims(): boolean {
  return useReviewView.getState().selectedClaimIds.size > 0;
}

export function clearSelectedClaims(): void {
  if (hasSelectedClaims()) useReviewView.setState({ selectedClaimIds: none, anchorClaimId: null });
}

/**
 * Selects these claims in the list, and no words of the article: keys act on one of the two. The queue is closed, because its keys
 * act on its own claim, and the card shows what is selected.
 */
export function selectClaims(ids: Iterable<string>, anchorClaimId: string | null): void {
  document.getSelection()?.removeAllRanges();
  const card = { show: 'claim' } as const;
  useReviewView.setState({
    selectedClaimIds: new Set(ids),
    anchorClaimId,
    selection: null,
    queue: null,
    card,
  });
}

/** Adds a claim to the selected ones, which begin with the current claim, or takes it away. */
export function toggleSelectedClaim(id: string, listedIds: readonly string[]): void {
  const { selectedClaimIds, currentClaimId } = useReviewView.getState();
  const isFirst =
    selectedClaimIds.size === 0 && currentClaimId !== null && listedIds.includes(currentClaimId);
  const ids = new Set(isFirst ? [currentClaimId] : selectedClaimIds);
  if (id === currentClaimId && isFirst) ids.add(id);
  else if (!ids.delete(id)) ids.add(id);
  selectClaims(ids, id);
}

/** Selects all claims of the list from the anchor, which is the current claim at first, to this one. */
export function extendSelectedClaims(id: string, listedIds: readonly string[], fallbackAnchorId = id): void {
  const { anchorClaimId, currentClaimId } = useReviewView.getState();
  const anchor =
    [anchorClaimId, currentClaimId].find((one) => one !== null && listedIds.includes(one)) ??
    fallbackAnchorId;
  const [from, to] = [listedIds.indexOf(anchor), listedIds.indexOf(id)].sort((a, b) => a - b);
  selectClaims(listedIds.slice(from, (to ?? 0) + 1), anchor);
}
