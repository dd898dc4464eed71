import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import styles from './drop-target.module.css';
import { openDropped } from './import-steps';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** The whole window takes files. What cannot be taken does nothing: above all it never replaces the page. */
export function DropTarget({ children }: { children: ReactNode }) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent, so the window is left when both cancel out.
  const depth = useRef(0);
  const enter = (by: 1 | -1) => (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    depth.current += by;
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the Open button does the same by keyboard
    <div
      className={styles.target}
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={(event) => {
        event.preventDefault();
        event.dataTransfer.dropEffect = carriesFiles(event) ? 'copy' : 'none';
      }}
      onDrop={(event) => {
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void openDropped([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && <div className={styles.veil}>Drop to open as an article</div>}
    </div>
  );
}
