import { useMemo } from 'react';
import { matchesFilter } from '../../../../shared/domain/claims/claim-filter';
import { useKeyName } from '../../../state/keys';
import type { ListedClaim } from '../../../state/review/outline';
import { useListedClaims } from '../../../state/review/use-session';
import { setCurrentClaim } from '../../../state/view/navigate';
import { closeDrawer } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';
import { VirtualList } from '../../../ui/lists/virtual-list';
import styles from './claim-list.module.css';
import { ClaimRow, UnplacedRow } from './claim-row';
import { Filters } from './filters';

const getKey = ({ claim }: ListedClaim) => claim.id;

interface ClaimListProps {
  /** Opens the queue at this placement of an unplaced claim. */
  onOpenUnplaced: (placementId: string) => void;
}

/**
 * The claims that match the filters: first the placed ones in reading order, then the unplaced ones. `filters.tsx` and
 * `extra-filter-menu.tsx` show the filters, `claim-row.tsx` one claim.
 */
export function ClaimList({ onOpenUnplaced }: ClaimListProps) {
  const all = useListedClaims();
  const markKey = useKeyName('mark');
  const filter = useReviewView((view) => view.filter);
  const currentClaimId = useReviewView((view) => view.currentClaimId);
  const claims = useMemo(() => all.filter((claim) => matchesFilter(claim, filter)), [all, filter]);
  const firstUnplaced = claims.find(({ span }) => span === null);
  return (
    <nav className={styles.panel} aria-label="Claims">
      <Filters />
      {claims.length === 0 ? (
        <p className={styles.empty}>
          {all.length === 0
            ? `Select words in the article and ${markKey ? `press ${markKey}` : 'choose “Claim” above them'} to mark your first claim.`
            : 'No claims match the filters.'}
        </p>
      ) : (
        <VirtualList
          label="Claims"
          items={claims}
          getKey={getKey}
          estimatedRowHeight={56}
          className={styles.scroller}
          currentKey={currentClaimId}
          arrangementKey={[filter.verdict, ...filter.extras].join(' ')}
          movesFocusOnRemoval={false}
        >
          {(claim) =>
            claim.span === null ? (
              <>
                {claim === firstUnplaced && <h3 className={styles.heading}>Waiting for a place</h3>}
                <UnplacedRow
                  unplaced={claim}
                  isCurrent={claim.claim.id === currentClaimId}
                  onPress={() => {
                    setCurrentClaim(claim.claim.id);
                    onOpenUnplaced(claim.placement.id);
                    // In a narrow window the list would cover the queue.
                    closeDrawer();
                  }}
                />
              </>
            ) : (
              <ClaimRow placed={claim} isCurrent={claim.claim.id === currentClaimId} />
            )
          }
        </VirtualList>
      )}
    </nav>
  );
}
