import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { CarriedClaim, CarriedReview } from '../../../shared/drafts/carry-review';
import { changesInWords } from '../../../shared/drafts/change-words';
import { shorten } from '../../../shared/text/shorten';
import styles from './carried-list.module.css';

const guessedRow = 84;

/** UTF-16 units of a claim's words that are shown. */
const longest = 240;

function heading({ status, span, resolved, changes }: CarriedClaim): string {
  if (status === 'lost') return 'Lost: its words are not in this draft';
  if (status === 'ambiguous') return 'Ambiguous: its words stand in several places';
  if (!span) return '';
  if (status === 'moved' && resolved) return 'Moved';
  const told = changes.filter(({ material }) => material !== resolved);
  if (told.length > 0) return changesInWords(told);
  return resolved ? 'Reworded, verdict kept.' : 'The sentence around it changed, or it waited before.';
}

interface CarriedListProps {
  carried: CarriedReview;
  /** Of the new draft. */
  text: string;
}

/** The claims of which something changes, those that need the reviewer first. Only the rows in view are in the page. */
export function CarriedList({ carried, text }: CarriedListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => {
    const changed = carried.claims.filter(({ status }) => status !== 'unchanged');
    const quiet = carried.claims.filter(({ status, resolved }) => status === 'unchanged' && !resolved);
    return [...changed, ...quiet].sort((a, b) => Number(a.resolved) - Number(b.resolved));
  }, [carried]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedRow,
    overscan: 4,
  });
  if (rows.length === 0)
    return <p className={styles.empty}>Every claim stands where it stood, on the same words.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
    <section ref={scroller} className={styles.scroller} aria-label="Claims that change" tabIndex={0}>
      <ol className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const claim = rows[index];
          if (!claim) return null;
          const { claimId, words, span, resolved } = claim;
          const now = span && text.slice(span.start, span.end);
          return (
            <li
              key={claimId}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <p className={resolved ? styles.quiet : styles.urgent}>{heading(claim)}</p>
              <p className={styles.words}>
                {now === words ? (
                  <span>{shorten(words, longest)}</span>
                ) : (
                  <del>{shorten(words, longest)}</del>
                )}
                {now !== null && now !== words && <ins>{shorten(now, longest)}</ins>}
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
