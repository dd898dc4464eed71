import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './clipped-text.module.css';

interface ClippedTextProps {
  /** The maximum number of lines. */
  lines?: number;
  /** Whether the text takes the focus where it is cut off. For text outside of controls. */
  isFocusable?: boolean;
  /** By default the direction of the first letter. */
  dir?: 'ltr' | 'rtl' | 'auto';
  children: ReactNode;
}

type ClipProps = Required<Omit<ClippedTextProps, 'isFocusable'>>;

/**
 * Text that is cut off after some lines. All of it is in the page, so screen readers read it; `TextTooltip` shows it to the
 * mouse and the keyboard.
 */
export function ClippedText({ lines = 1, isFocusable = false, dir = 'auto', children }: ClippedTextProps) {
  if (isFocusable) return <FocusableClippedText {...{ lines, dir }}>{children}</FocusableClippedText>;
  return (
    <span {...getClipping(lines)} data-clip="" dir={dir}>
      {children}
    </span>
  );
}

function FocusableClippedText({ lines, dir, children }: ClipProps) {
  const text = useRef<HTMLSpanElement>(null);
  const [isCutOff, setIsCutOff] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text may fit where this one does not
  useEffect(() => {
    const span = text.current;
    if (!span) return;
    const observer = new ResizeObserver(() =>
      setIsCutOff(span.scrollWidth > span.clientWidth || span.scrollHeight > span.clientHeight + 1),
    );
    observer.observe(span);
    return () => observer.disconnect();
  }, [children]);
  return (
    <span ref={text} {...getClipping(lines)} data-clip="" dir={dir} tabIndex={isCutOff ? 0 : undefined}>
      {children}
    </span>
  );
}

function getClipping(lines: number): { className: string | undefined; style?: CSSProperties } {
  return lines === 1
    ? { className: styles.line }
    : { className: styles.lines, style: { WebkitLineClamp: lines } };
}
