import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import {
  createClaimMatcher,
  isVerdictOnly,
  noFilter,
} from '../../../../shared/domain/claims/list/claim-filter';
import { sortClaims } from '../../../../shared/domain/claims/list/claim-order';
import { formatCount } from '../../../../shared/text/format/format-count';
import { useKeyName } from '../../../state/keys';
import type { ListedClaim } from '../../../state/review/outline';
import { useLastChanges } from '../../../state/review/use-last-changes';
import { useListedClaims, useSession } from '../../../state/review/use-session';
import { goToListedClaim, setCurrentClaim } from '../../../state/view/navigate';
import { closeDrawer, showCardIfNarrow } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';
import { Button } from '../../../ui/button';
import { VirtualList } from '../../../ui/lists/virtual-list';
import { SeveralBar } from '../several/several-bar';
import styles from './claim-list.module.css';
import { ClaimRow, type PressRow, UnplacedRow } from './claim-row';
import { Filters } from './filters';
import { handleRowKey, selectByClick } from './row-selection';

const getKey = ({ claim }: ListedClaim) => claim.id;

interface ClaimListProps {
  /** Opens the queue at this placement of an unplaced claim. */
  onOpenUnplaced: (placementId: string) => void;
  onUndo: () => void;
}

/** The claims that match the filters, in the chosen order. */
function useShownClaims(all: readonly ListedClaim[]): readonly ListedClaim[] {
  const { review, draft } = useSession();
  // Typing stays quick while thousands of claims are searched.
  const filter = useDeferredValue(useReviewView((view) => view.filter));
  const order = useReviewView((view) => view.order);
  const lastChanges = useLastChanges(order === 'changed');
  return useMemo(
    () => sortClaims(all.filter(createClaimMatcher(filter, { review, draft })), order, lastChanges),
    [all, filter, order, lastChanges, review, draft],
  );
}

/** Claims that the list no longer shows are no longer selected, so that they are not again when it shows them. */
function useSelectedOf(claims: readonly ListedClaim[]): readonly ListedClaim[] {
  const ids = useReviewView((view) => view.selectedClaimIds);
  const selected = useMemo(
    () => (ids.size === 0 ? [] : claims.filter(({ claim }) => ids.has(claim.id))),
    [claims, ids],
  );
  useEffect(() => {
    if (selected.length < ids.size)
      useReviewView.setState({ selectedClaimIds: new Set(selected.map(({ claim }) => claim.id)) });
  }, [selected, ids]);
  return selected;
}

/**
 * The claims that match the filters: first the placed ones in reading order, then the unplaced ones, or in another order. `filters.tsx`
 * shows the filters, `claim-row.tsx` one claim, `row-selection.ts` selects several, with which `../several` does something.
 */
export function ClaimList({ onOpenUnplaced, onUndo }: ClaimListProps) {
  const { readOnly } = useSession();
  const all = useListedClaims();
  const markKey = useKeyName('mark');
  const filter = useReviewView((view) => view.filter);
  const order = useReviewView((view) => view.order);
  const currentClaimId = useReviewView((view) => view.currentClaimId);
  const claims = useShownClaims(all);
  const selected = useSelectedOf(claims);
  const selectedIds = useReviewView((view) => view.selectedClaimIds);
  const firstUnplaced = order === 'place' ? claims.find(({ span }) => span === null) : undefined;
  const latest = useRef({ claims, onOpenUnplaced, readOnly });
  latest.current = { claims, onOpenUnplaced, readOnly };

  const press = useCallback<PressRow>((claimId, event) => {
    const { claims: listed, onOpenUnplaced: openUnplaced, readOnly: isReadOnly } = latest.current;
    if (!isReadOnly && selectByClick(event, claimId, listed)) return;
    const pressed = listed.find(({ claim }) => claim.id === claimId);
    if (!pressed) return;
    if (pressed.span !== null) {
      goToListedClaim(pressed);
      showCardIfNarrow();
      return;
    }
    setCurrentClaim(claimId);
    openUnplaced(pressed.placement.id);
    // In a narrow window the list would cover the queue.
    closeDrawer();
  }, []);

  return (
    <nav
      className={styles.panel}
      aria-label="Claims"
      onKeyDown={(event) => {
        if (!readOnly) handleRowKey(event, claims);
      }}
    >
      <Filters />
      <p role="status" className="screen-reader-only">
        {selected.length > 0 && `${formatCount(selected.length, 'claim')} selected`}
      </p>
      {selected.length > 0 && <SeveralBar selected={selected} onUndo={onUndo} />}
      {claims.length === 0 ? (
        <div className={styles.empty}>
          {all.length === 0 ? (
            <p>
              {`Select words in the article and ${markKey ? `press ${markKey}` : 'choose “Claim” above them'} to mark your first claim.`}
            </p>
          ) : (
            <>
              <p>No claims match the filters.</p>
              <Button kind="quiet" onPress={() => useReviewView.setState({ filter: noFilter })}>
                {isVerdictOnly(filter) ? 'Show all' : 'Clear filters'}
              </Button>
            </>
          )}
        </div>
      ) : (
        <VirtualList
          label="Claims"
          items={claims}
          getKey={getKey}
          estimatedRowHeight={56}
          className={styles.scroller}
          currentKey={currentClaimId}
          arrangementKey={JSON.stringify([filter, order])}
          movesFocusOnRemoval={false}
          isSelected={({ claim }) => selectedIds.has(claim.id)}
        >
          {(claim) => {
            const isCurrent = claim.claim.id === currentClaimId;
            return claim.span === null ? (
              <>
                {claim === firstUnplaced && <h3 className={styles.heading}>Waiting for a place</h3>}
                <UnplacedRow unplaced={claim} isCurrent={isCurrent} onPress={press} />
              </>
            ) : (
              <ClaimRow placed={claim} isCurrent={isCurrent} onPress={press} />
            );
          }}
        </VirtualList>
      )}
    </nav>
  );
}
