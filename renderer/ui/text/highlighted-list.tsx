import styles from './highlighted-list.module.css';

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
    <ul className={styles.list} aria-label={label}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
