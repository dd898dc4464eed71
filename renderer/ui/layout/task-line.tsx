import type { ReactNode } from 'react';
import styles from './task-line.module.css';

/** The running tasks inside a dialog, which covers those of the status bar. Takes no room while there are none. */
export function TaskLine({ children }: { children: ReactNode }) {
  return <div className={styles.tasks}>{children}</div>;
}
