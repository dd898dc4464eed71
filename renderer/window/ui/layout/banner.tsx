import type { ReactNode } from 'react';
import styles from './banner.module.css';

interface HighlightedListProps {
  /** The name of the list for assistive technology. */
  label: string;
  /** No two items are the same. */
  items: readonly string[];
}

/** A list of remarks on a coloured background. Renders nothing without remarks. */
export function HighlightedList({ label, items }: HighlightedListProps) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.remarks} aria-label={label}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** A line above the content that says something about all of it, with what can be done. Screen readers announce it. */
export function Banner({ children }: { children: ReactNode }) {
  return (
    <div className={styles.banner} role="status">
      {children}
    </div>
  );
}
