import type { ReactNode } from 'react';
import styles from './dialog-columns.module.css';

interface DialogColumnsProps {
  /** What is chosen or filled in. */
  side: ReactNode;
  /** Whether nothing in it can be changed for now. */
  isSideInert?: boolean;
  /** What it leads to; it takes the room that is left. */
  children: ReactNode;
}

/** Two columns of a large dialog, each scrolled for itself. */
export function DialogColumns({ side, isSideInert = false, children }: DialogColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.side} inert={isSideInert}>
        {side}
      </div>
      {children}
    </div>
  );
}
