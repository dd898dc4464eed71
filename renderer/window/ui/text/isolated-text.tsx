import { type CSSProperties, Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Snippet } from '#shared/text/snippet.ts';
import styles from './isolated-text.module.css';

interface ShortenedTextProps {
  /** The text that is shown. */
  short: string;
  /** The text before it was shortened. */
  full: string;
}

/** Text that was shortened in the middle. Screen readers read all of it; `TextTooltip` shows all of it to everyone else. */
export function ShortenedText({ short, full }: ShortenedTextProps) {
  if (short === full) return full;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard reaches the tooltip with the full text by it
    <span data-tip={full} tabIndex={0}>
      <span aria-hidden="true">{short}</span>
      <span className="screen-reader-only">{full}</span>
    </span>
  );
}

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
  if (isFocusable)
    return (
      <FocusableClippedText lines={lines} dir={dir}>
        {children}
      </FocusableClippedText>
    );
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

/** A few words with those marked that were found. It has the direction of its own words. */
export function MarkedSnippet({ snippet: { text, marks } }: { snippet: Snippet }) {
  let end = 0;
  return (
    <span dir="auto" className={styles.snippet}>
      {marks.map((mark) => {
        const before = text.slice(end, mark.start);
        end = mark.end;
        return (
          <span key={mark.start}>
            {before}
            <mark className={styles.mark}>{text.slice(mark.start, mark.end)}</mark>
          </span>
        );
      })}
      {text.slice(end)}
    </span>
  );
}

/** A sentence whose quoted parts, such as titles, are isolated: one that is read from right to left leaves the rest as it is. */
export function BidiSentence({ children }: { children: string }) {
  return children.split(/(?<=“)([^“”]*)(?=”)/).map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence keep their order
    index % 2 === 1 ? <bdi key={index}>{part}</bdi> : <Fragment key={index}>{part}</Fragment>,
  );
}

/** Short texts on one line, separated by dots. Each is isolated, so its direction does not change the order of the others. */
export function InlineList({ parts }: { parts: readonly (string | false | null | undefined)[] }) {
  return parts
    .filter((part) => typeof part === 'string' && part !== '')
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same text can be in it twice
      <Fragment key={index}>
        {index > 0 && ' · '}
        <bdi>{part}</bdi>
      </Fragment>
    ));
}
