import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { textField } from '../fields/text-field';
import { DropWords } from './drop-words';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  /** What letting go here does. */
  words: string;
  /** Null where nothing can be dropped: then it goes on to what lies around. */
  onDrop: ((dropped: DataTransfer) => void) | null;
  /** Whether links and words are taken as well as files; in a text field they are the field's. */
  takesWords?: boolean;
  children: ReactNode;
}

/** A part of the window that takes what is dropped for itself; what lies around it hears nothing of them. */
export function DropZone({ words, onDrop, takesWords = false, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  if (!onDrop) return children;
  const takes = ({ dataTransfer: { types }, target }: DragEvent) => {
    if (types.includes('Files')) return true;
    const isInField = target instanceof Element && target.closest(textField) !== null;
    return takesWords && !isInField && (types.includes('text/plain') || types.includes('text/uri-list'));
  };
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
        onDrop(event.dataTransfer);
      }}
    >
      {children}
      {over && <DropWords over="part">{words}</DropWords>}
    </div>
  );
}
