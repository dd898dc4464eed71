import { useMemo } from 'react';
import { matchesFilter } from '../../../../shared/domain/claims/claim-filter';
import { closeDrawer } from '../../../state/reading/panels';
import type { ListedClaim } from '../../../state/review/outline';
import { pickClaim, useReviewView } from '../../../state/review/review-view';
import { useListedClaims } from '../../../state/review/session-context';
import { VirtualList } from '../../../ui/lists/virtual-list';
import styles from './claim-list.module.css';
import { ClaimRow, WaitingRow } from './claim-row';
import { Filters } from './filters';

const keyOf = ({ claim }: ListedClaim) => claim.id;

interface ClaimListProps {
  /** Goes through the claims that wait, from this placement on. */
  onWaiting: (placementId: string) => void;
}

/** The claims that match the filter: in reading order, then those that wait for a place. */
export function ClaimList({ onWaiting }: ClaimListProps) {
  const all = useListedClaims();
  const filter = useReviewView((view) => view.filter);
  const current = useReviewView((view) => view.current);
  const listed = useMemo(() => all.filter((claim) => matchesFilter(claim, filter)), [all, filter]);
  const firstWaiting = listed.find(({ span }) => span === null);
  return (
    <nav className={styles.panel} aria-label="Claims">
      <Filters />
      {listed.length === 0 ? (
        <p className={styles.empty}>
          {all.length === 0
            ? 'Select words in the article and press C to mark your first claim.'
            : 'No claim stands like this.'}
        </p>
      ) : (
        <VirtualList
          label="Claims"
          items={listed}
          keyOf={keyOf}
          estimatedHeight={56}
          className={styles.scroller}
          current={current}
          arrangement={[filter.verdict, ...filter.extras].join(' ')}
          passesFocusOn={false}
        >
          {(listed) =>
            listed.span === null ? (
              <>
                {listed === firstWaiting && <h3 className={styles.heading}>Waiting for a place</h3>}
                <WaitingRow
                  waiting={listed}
                  isCurrent={listed.claim.id === current}
                  onPress={() => {
                    pickClaim(listed.claim.id);
                    onWaiting(listed.placement.id);
                    // The queue stands where the article does.
                    closeDrawer();
                  }}
                />
              </>
            ) : (
              <ClaimRow shown={listed} isCurrent={listed.claim.id === current} />
            )
          }
        </VirtualList>
      )}
    </nav>
  );
}
