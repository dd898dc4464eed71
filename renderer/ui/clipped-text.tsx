import styles from './clipped-text.module.css';

interface ClippedTextProps {
  /** How many lines are shown at most. */
  lines?: number;
  children: string;
}

/**
 * Text of which only the first lines are shown where there is little room. All of it is in the page, so screen readers have
 * it; `TextTip` shows it to the mouse and the keyboard.
 */
export function ClippedText({ lines = 1, children }: ClippedTextProps) {
  return (
    <span
      className={lines === 1 ? styles.line : styles.lines}
      style={lines === 1 ? undefined : { WebkitLineClamp: lines }}
      data-clip=""
      dir="auto"
    >
      {children}
    </span>
  );
}
