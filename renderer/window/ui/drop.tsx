import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import styles from './drop.module.css';
import { textFieldSelector } from './selectors.ts';

/** A rectangle in the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface DropOutlineProps {
  /** The boxes of the drop target: one, or one per line of text. */
  boxes: readonly Box[];
  /** Says what a drop does here. */
  label: string;
}

/** The minimum distance of the label from the edges of the window, in CSS pixels. */
const margin = 8;
/** The approximate size of the label, in CSS pixels. */
const labelSize = { width: 280, height: 36 };

/** Outlines the target of a drop anywhere in the window, and says what dropping does. */
export function DropOutline({ boxes, label }: DropOutlineProps) {
  const last = boxes.at(-1);
  if (!last) return null;
  // The label is below a line of text or a row, so that these can be read, and in the middle of a panel.
  const isPanel = last.height > labelSize.height * 4;
  const ideal = isPanel
    ? { left: last.left + (last.width - labelSize.width) / 2, top: last.top + last.height / 2 }
    : { left: last.left, top: last.top + last.height + 6 };
  const left = Math.max(margin, Math.min(ideal.left, innerWidth - labelSize.width - margin));
  const top = Math.max(margin, Math.min(ideal.top, innerHeight - labelSize.height - margin));
  return (
    <div className={styles.frame}>
      {boxes.map((box) => (
        <div key={`${box.left} ${box.top}`} className={styles.box} style={{ ...box }} />
      ))}
      <p className={styles.outlineLabel} style={{ left, top }}>
        {label}
      </p>
    </div>
  );
}

interface DropLabelProps {
  /** The area that the label covers: the whole window, or the part of the window that contains it. */
  over: 'window' | 'part';
  children: string;
}

/** Says what dropping does here, over everything that accepts the drop. */
export function DropLabel({ over, children }: DropLabelProps) {
  return <div className={`${styles.label} ${styles[over] ?? ''}`}>{children}</div>;
}

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
