import { type ReactNode, useMemo } from 'react';
import type { ShownClaim } from '../../state/outline';
import { matchesFilter, useReviewView } from '../../state/review-view';
import { useShownClaims } from '../../state/session-context';
import { VirtualList } from '../../ui/virtual-list';
import styles from './claim-list.module.css';
import { ClaimRow } from './claim-row';
import { Filters } from './filters';

const keyOf = ({ claim }: ShownClaim) => claim.id;

/** All claims in reading order, filtered, and what stands `after` them. */
export function ClaimList({ after }: { after: ReactNode }) {
  const shown = useShownClaims();
  const filter = useReviewView((view) => view.filter);
  const current = useReviewView((view) => view.current);
  const rows = useMemo(() => shown.filter((claim) => matchesFilter(claim, filter)), [shown, filter]);
  return (
    <nav className={styles.panel} aria-label="Claims">
      <Filters />
      {rows.length === 0 ? (
        <p className={styles.empty}>
          {shown.length === 0
            ? 'Select words in the article and press C to mark your first claim.'
            : 'No claim stands like this.'}
        </p>
      ) : (
        <VirtualList
          label="Claims"
          items={rows}
          keyOf={keyOf}
          estimatedHeight={56}
          className={styles.scroller}
          current={current}
          arrangement={filter}
        >
          {(claim) => <ClaimRow shown={claim} isCurrent={claim.claim.id === current} />}
        </VirtualList>
      )}
      {after}
    </nav>
  );
}
