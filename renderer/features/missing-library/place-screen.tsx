import type { ReactNode } from 'react';
import styles from './place-screen.module.css';

/** A screen that stands in place of the library, while it is not there or is being moved. */
export function PlaceScreen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.screen} tabIndex={-1} data-main-area>
      <div className={styles.column}>
        <span className={styles.brand}>stet</span>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
