import { TriangleAlert } from 'lucide-react';
import { formatTimeLeft } from '../../../shared/text/format/numbers';
import styles from './time-left.module.css';

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
