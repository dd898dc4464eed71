import type { CarriedReview } from '../../../../shared/drafts/carried-review';
import { countCarriedClaims } from '../../../../shared/drafts/count-outcomes';
import { formatNumber } from '../../../../shared/text/format/format-number';
import styles from './carried-claim-counts.module.css';

interface LabelledCount {
  count: number;
  label: string;
  tone?: 'recheck' | 'disputed';
}

/** How many claims are unchanged, moved, lost and so on in the new draft; each count is above its label. */
export function CarriedClaimCounts({ carried }: { carried: CarriedReview }) {
  const { unchanged, moved, reworded, recheck, unjudged, ambiguous, lost } = countCarriedClaims(
    carried.claims,
  );
  const counts: LabelledCount[] = [
    { count: unchanged, label: 'unchanged' },
    { count: moved, label: 'moved' },
    { count: reworded, label: 'reworded, verdict kept' },
    { count: recheck, label: 'to re-check', tone: 'recheck' },
    ...(unjudged > 0 ? [{ count: unjudged, label: 'unchecked, reworded' }] : []),
    { count: ambiguous, label: 'ambiguous' },
    { count: lost, label: 'lost', tone: 'disputed' },
    { count: carried.newWords, label: 'new words' },
  ];
  return (
    <dl className={styles.counts}>
      {counts.map(({ count, label, tone }) => (
        <div key={label} className={tone && count > 0 ? styles[tone] : undefined}>
          <dt>{label}</dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
