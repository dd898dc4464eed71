import { formatNumber } from '../../../shared/text/format/format-number';
import { ProgressMeter } from '../../ui/layout/progress-meter';
import styles from './charts.module.css';

interface Bar {
  key: string;
  label: string;
  /** The parts of the bar, each with the class that colours it. */
  parts: readonly { tone: string; amount: number }[];
}

interface BarChartProps {
  bars: readonly Bar[];
  /** The amount of a full bar; that of the longest one where the bars are no parts of a whole. */
  total?: number;
}

/** Bars on one scale, each with its name and its number. */
export function BarChart({ bars, total }: BarChartProps) {
  const sum = ({ parts }: Bar) => parts.reduce((total, { amount }) => total + amount, 0);
  const full = Math.max(1, total ?? Math.max(...bars.map(sum)));
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className={styles.label}>
            <bdi>{bar.label}</bdi>
          </span>
          <ProgressMeter parts={bar.parts} total={full} />
          <span className={styles.number}>{formatNumber(sum(bar))}</span>
        </li>
      ))}
    </ul>
  );
}
