import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { textFieldSelector } from '../selectors';
import { DropLabel } from './drop-label';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  /** Says what a drop does here. */
  label: string;
  /** Null where nothing can be dropped; the part of the window around this one handles the drop then. */
  onDrop: ((dropped: DataTransfer) => void) | null;
  /** Whether links and text are accepted as well as files. Dropped on a text field, text is left to the field. */
  acceptsText?: boolean;
  children: ReactNode;
}

/** A part of the window that accepts drops. The parts around it get no events for them. */
export function DropZone({ label, onDrop, acceptsText = false, children }: DropZoneProps) {
  const [isOver, setIsOver] = useState(false);
  // The pointer enters a child before it leaves the parent, so entries are counted.
  const depth = useRef(0);
  if (!onDrop) return children;
  const accepts = ({ dataTransfer: { types }, target }: DragEvent) => {
    if (types.includes('Files')) return true;
    const isInField = target instanceof Element && target.closest(textFieldSelector) !== null;
    return acceptsText && !isInField && (types.includes('text/plain') || types.includes('text/uri-list'));
  };
  const changeDepth = (by: 1 | -1) => (event: DragEvent) => {
    if (!accepts(event)) return;
    event.stopPropagation();
    depth.current += by;
    setIsOver(depth.current > 0);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a button beside it does the same by keyboard
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      onDragEnter={changeDepth(1)}
      onDragLeave={changeDepth(-1)}
      onDragOver={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        event.stopPropagation();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDrop={(event) => {
        if (!accepts(event)) return;
        event.preventDefault();
        event.stopPropagation();
        depth.current = 0;
        setIsOver(false);
        onDrop(event.dataTransfer);
      }}
    >
      {children}
      {isOver && <DropLabel over="part">{label}</DropLabel>}
    </div>
  );
}
