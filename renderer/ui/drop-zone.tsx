import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  /** What letting go here does. */
  words: string;
  /** Null where nothing can be dropped: then files go on to what lies around. */
  onFiles: ((files: File[]) => void) | null;
  children: ReactNode;
}

/** A part of the window that takes files for itself; what lies around it hears nothing of them. */
export function DropZone({ words, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  if (!onFiles) return children;
  const takes = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const enter = (by: 1 | -1) => (event: DragEvent) => {
    if (!takes(event)) return;
    event.stopPropagation();
    depth.current += by;
    setOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a button beside it does the same by keyboard
    <div
      className={styles.zone}
      data-over={over || undefined}
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        event.stopPropagation();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && <div className={styles.words}>{words}</div>}
    </div>
  );
}
