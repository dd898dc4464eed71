import styles from './progress-meter.module.css';

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
