import styles from './meter.module.css';

interface MeterProps {
  /** Each part with the class that gives it its tone. */
  parts: readonly { tone: string; amount: number }[];
  total: number;
}

/** A bar of coloured parts. It only repeats words that stand beside it. */
export function Meter({ parts, total }: MeterProps) {
  return (
    <span className={styles.meter} aria-hidden="true">
      {parts.map(({ tone, amount }) => (
        <i key={tone} className={tone} style={{ width: `${total === 0 ? 0 : (amount / total) * 100}%` }} />
      ))}
    </span>
  );
}
