import type { ReactNode } from 'react';
import styles from './dialog-columns.module.css';

interface DialogColumnsProps {
  /** The fields. */
  sidebar: ReactNode;
  /** Whether the fields can't be changed for now. */
  isSidebarInert?: boolean;
  /** The result of the fields, such as a preview. It takes the rest of the width. */
  children: ReactNode;
}

/** The two columns of a large dialog. Each scrolls independently. */
export function DialogColumns({ sidebar, isSidebarInert = false, children }: DialogColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.sidebar} inert={isSidebarInert}>
        {sidebar}
      </div>
      {children}
    </div>
  );
}
