import { Fragment } from 'react';
import type { Snippet } from '../../../shared/text/snippet';
import styles from './isolated-text.module.css';

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
