import { TriangleAlert } from 'lucide-react';
import { formatTimeLeft } from '#shared/text/format/numbers.ts';
import styles from './progress-meter.module.css';

interface TimeLeftProps {
  /** RFC 3339. */
  deadline: string;
  /** In milliseconds since the epoch. */
  now: number;
  /** Whether it has passed and something is still to be done. */
  isLate: boolean;
}

/** "3 days left" until a deadline, or with a warning sign "2 days late". */
export function TimeLeft({ deadline, now, isLate }: TimeLeftProps) {
  return (
    <time dateTime={deadline} className={isLate ? styles.late : undefined}>
      {isLate && <TriangleAlert size={13} aria-hidden="true" />}
      {formatTimeLeft(deadline, now)}
    </time>
  );
}

interface ProgressMeterProps {
  /** The parts with the class that colours each. */
  parts: readonly { tone: string; amount: number }[];
  total: number;
}

/** A bar of coloured parts. Screen readers skip it, because it only repeats the text beside it. */
export function ProgressMeter({ parts, total }: ProgressMeterProps) {
  return (
    <span className={styles.meter} aria-hidden="true">
      {parts.map(({ tone, amount }) => (
        <i key={tone} className={tone} style={{ width: `${total === 0 ? 0 : (amount / total) * 100}%` }} />
      ))}
    </span>
  );
}
