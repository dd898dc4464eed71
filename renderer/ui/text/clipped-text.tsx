import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './clipped-text.module.css';

interface ClippedTextProps {
  /** How many lines are shown at most. */
  lines?: number;
  /** Whether it stands in no control, so that it has to take the focus itself where it is cut off. */
  isAlone?: boolean;
  /** By its first letter where nothing is said. */
  dir?: 'ltr' | 'rtl' | 'auto';
  children: ReactNode;
}

function clipping(lines: number): { className: string | undefined; style?: CSSProperties } {
  return lines === 1
    ? { className: styles.line }
    : { className: styles.lines, style: { WebkitLineClamp: lines } };
}

/**
 * Text of which only the first lines are shown where there is little room. All of it is in the page, so screen readers have
 * it; `TextTip` shows it to the mouse and the keyboard.
 */
export function ClippedText({ lines = 1, isAlone = false, dir = 'auto', children }: ClippedTextProps) {
  if (isAlone) return <LoneText {...{ lines, dir }}>{children}</LoneText>;
  return (
    <span {...clipping(lines)} data-clip="" dir={dir}>
      {children}
    </span>
  );
}

function LoneText({ lines, dir, children }: Required<Omit<ClippedTextProps, 'isAlone'>>) {
  const text = useRef<HTMLSpanElement>(null);
  const [isCut, setIsCut] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words may fit where these did not
  useEffect(() => {
    const span = text.current;
    if (!span) return;
    const observer = new ResizeObserver(() =>
      setIsCut(span.scrollWidth > span.clientWidth || span.scrollHeight > span.clientHeight + 1),
    );
    observer.observe(span);
    return () => observer.disconnect();
  }, [children]);
  return (
    <span ref={text} {...clipping(lines)} data-clip="" dir={dir} tabIndex={isCut ? 0 : undefined}>
      {children}
    </span>
  );
}
