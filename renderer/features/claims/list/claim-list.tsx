import { memo, useCallback, useDeferredValue, useRef } from 'react';
import { isVerdictOnly, noFilter } from '../../../../shared/domain/claims/list/claim-filter';
import { formatCount } from '../../../../shared/text/format/format-count';
import { useKeyName } from '../../../state/keys';
import type { ListedClaim } from '../../../state/review/outline';
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
import { useSelectedOf, useShownClaims } from './use-shown-claims';

const getKey = ({ claim }: ListedClaim) => claim.id;

interface ClaimListProps {
  /** Opens the queue at this placement of an unplaced claim. */
  onOpenUnplaced: (placementId: string) => void;
  onUndo: () => void;
}

/**
 * The list of the claims. It follows an edit one frame later, so that the words of the article do not wait for it: a new claim moves
 * and renumbers all that come after it.
 */
export function ClaimList(props: ClaimListProps) {
  const all = useDeferredValue(useListedClaims());
  const currentClaimId = useDeferredValue(useReviewView((view) => view.currentClaimId));
  return <FilteredList {...props} all={all} currentClaimId={currentClaimId} />;
}

interface FilteredListProps extends ClaimListProps {
  all: readonly ListedClaim[];
  currentClaimId: string | null;
}

/**
 * The claims that match the filters: first the placed ones in reading order, then the unplaced ones, or in another order. `filters.tsx`
 * shows the filters, `use-shown-claims.ts` filters and sorts, `claim-row.tsx` shows one claim, `row-selection.ts` selects several, with
 * which `../several` does something.
 */
const FilteredList = memo(function FilteredList(props: FilteredListProps) {
  const { all, currentClaimId, onOpenUnplaced, onUndo } = props;
  const { readOnly } = useSession();
  const markKey = useKeyName('mark');
  const filter = useReviewView((view) => view.filter);
  const order = useReviewView((view) => view.order);
  const { claims, isOutside } = useShownClaims(all);
  const selected = useSelectedOf(claims, all);
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
      <Filters claims={all} />
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
              <ClaimRow
                placed={claim}
                isCurrent={isCurrent}
                isOutsideFilter={isOutside(claim)}
                onPress={press}
              />
            );
          }}
        </VirtualList>
      )}
    </nav>
  );
});
