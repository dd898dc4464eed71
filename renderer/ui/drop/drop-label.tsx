import styles from './drop-label.module.css';

interface DropLabelProps {
  /** The area that the label covers: the whole window, or the part of the window that contains it. */
  over: 'window' | 'part';
  children: string;
}

/** Says what dropping does here, over everything that accepts the drop. */
export function DropLabel({ over, children }: DropLabelProps) {
  return <div className={`${styles.label} ${styles[over] ?? ''}`}>{children}</div>;
}
