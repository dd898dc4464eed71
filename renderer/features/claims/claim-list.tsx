import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { matchesFilter, useReviewView } from '../../state/review-view';
import { useShownClaims } from '../../state/session-context';
import styles from './claim-list.module.css';
import { ClaimRow } from './claim-row';
import { Filters } from './filters';

const guessedRow = 56;

/** All claims in reading order, filtered, and what stands `after` them. Only the rows in view are in the page; screen readers hear how many there are. */
export function ClaimList({ after }: { after: ReactNode }) {
  const shown = useShownClaims();
  const filter = useReviewView((view) => view.filter);
  const current = useReviewView((view) => view.current);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => shown.filter((claim) => matchesFilter(claim, filter)), [shown, filter]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedRow,
    overscan: 6,
  });

  // Scrolling reads the layout, so it comes a frame after the claim itself.
  const followed = useDeferredValue(current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the current claim, not every new list
  useEffect(() => {
    const index = rows.findIndex(({ claim }) => claim.id === followed);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [followed]);

  return (
    <nav className={styles.panel} aria-label="Claims">
      <Filters />
      <div ref={scroller} className={styles.scroller}>
        {rows.length === 0 ? (
          <p className={styles.empty}>
            {shown.length === 0
              ? 'Select words in the article and press C to mark your first claim.'
              : 'No claim stands like this.'}
          </p>
        ) : (
          <ol className={styles.rows} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const claim = rows[item.index];
              return (
                claim && (
                  <li
                    key={claim.claim.id}
                    ref={virtual.measureElement}
                    data-index={item.index}
                    className={styles.place}
                    style={{ transform: `translateY(${item.start}px)` }}
                    aria-setsize={rows.length}
                    aria-posinset={item.index + 1}
                  >
                    <ClaimRow shown={claim} isCurrent={claim.claim.id === current} />
                  </li>
                )
              );
            })}
          </ol>
        )}
      </div>
      {after}
    </nav>
  );
}
