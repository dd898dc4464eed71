import type { ReactNode } from 'react';
import styles from './closing-warning.module.css';

const bringIntoView = (line: HTMLElement | null) => line?.scrollIntoView({ block: 'nearest' });

/** The warning at the end of a dialog that the user tried to close with unsaved changes. It scrolls itself into view. */
export function ClosingWarning({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className={styles.warning} ref={bringIntoView}>
      {children}
    </p>
  );
}
