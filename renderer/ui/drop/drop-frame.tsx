import styles from './drop-frame.module.css';

/** A part of the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

interface DropFrameProps {
  /** What is meant: one box, or one for each line of words. */
  boxes: readonly Box[];
  /** What letting go here does. */
  words: string;
}

/** In CSS pixels: how far the words are kept from the borders of the window, and about how much room they take. */
const margin = 8;
const room = { width: 280, height: 36 };

/** Shows what a dragged thing would be dropped on, and what that does, wherever it stands in the window. */
export function DropFrame({ boxes, words }: DropFrameProps) {
  const last = boxes.at(-1);
  if (!last) return null;
  // Below a line of words or a row, so that it can be read; in the middle of a whole panel.
  const isPanel = last.height > room.height * 4;
  const wanted = isPanel
    ? { left: last.left + (last.width - room.width) / 2, top: last.top + last.height / 2 }
    : { left: last.left, top: last.top + last.height + 6 };
  const left = Math.max(margin, Math.min(wanted.left, innerWidth - room.width - margin));
  const top = Math.max(margin, Math.min(wanted.top, innerHeight - room.height - margin));
  return (
    <div className={styles.frame}>
      {boxes.map((box) => (
        <div key={`${box.left} ${box.top}`} className={styles.box} style={{ ...box }} />
      ))}
      <p className={styles.words} style={{ left, top }}>
        {words}
      </p>
    </div>
  );
}
