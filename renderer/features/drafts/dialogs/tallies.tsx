import { shownNumber } from '../../../../shared/text/format/format-number';
import styles from './tallies.module.css';

interface TalliesProps {
  tallies: readonly { count: number; label: string; tone?: 'recheck' | 'disputed' }[];
}

/** Counts side by side, each above what it counts. */
export function Tallies({ tallies }: TalliesProps) {
  return (
    <dl className={styles.tallies}>
      {tallies.map(({ count, label, tone }) => (
        <div key={label} className={tone && count > 0 ? styles[tone] : undefined}>
          <dt>{label}</dt>
          <dd>{shownNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
