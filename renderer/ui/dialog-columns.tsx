import type { ReactNode } from 'react';
import styles from './dialog-columns.module.css';

interface DialogColumnsProps {
  /** What is chosen or filled in. */
  side: ReactNode;
  /** What it leads to; it takes the room that is left. */
  children: ReactNode;
}

/** Two columns of a large dialog, each scrolled for itself. */
export function DialogColumns({ side, children }: DialogColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.side}>{side}</div>
      {children}
    </div>
  );
}
