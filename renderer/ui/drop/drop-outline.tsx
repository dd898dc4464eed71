import styles from './drop-outline.module.css';

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
      <p className={styles.label} style={{ left, top }}>
        {label}
      </p>
    </div>
  );
}
