import { formatNumber } from '../../../../shared/text/format/format-number';
import { ProgressMeter } from '../../../ui/layout/progress-meter';
import styles from './charts.module.css';

interface Bar {
  key: string;
  label: string;
  /** The parts of the bar, each with the class that colours it. */
  parts: readonly { tone: string; amount: number }[];
}

/** Bars on one scale, each with its name and its number. */
export function BarChart({ bars }: { bars: readonly Bar[] }) {
  const sum = ({ parts }: Bar) => parts.reduce((total, { amount }) => total + amount, 0);
  const longest = Math.max(1, ...bars.map(sum));
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className={styles.label}>
            <bdi>{bar.label}</bdi>
          </span>
          <ProgressMeter parts={bar.parts} total={longest} />
          <span className={styles.number}>{formatNumber(sum(bar))}</span>
        </li>
      ))}
    </ul>
  );
}
