import type { ReactNode } from 'react';
import styles from './banner.module.css';

/** A line above the content that says something about all of it, with what can be done. Screen readers announce it. */
export function Banner({ children }: { children: ReactNode }) {
  return (
    <div className={styles.banner} role="status">
      {children}
    </div>
  );
}
