import type { DragEvent, ReactNode } from 'react';
import { actions } from '../late-parts';
import styles from './drop-area.module.css';

/** Until drops are handled: without an article on the screen, only files are dropped for a purpose. */
const waitingHandlers = {
  onDragOver(event: DragEvent) {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  },
  onDrop(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    actions.run(({ openDroppedFiles }) => openDroppedFiles(files));
  },
};

/** Takes drops on the whole window, for `drop-target.tsx`, which is loaded later. */
export function DropArea({ children }: { children: ReactNode }) {
  const loaded = actions.use();
  return (
    <div className={styles.target} {...(loaded?.dropHandlers ?? waitingHandlers)}>
      {children}
      {loaded && <loaded.DropEffect />}
    </div>
  );
}
