import type { Snippet } from '../../../shared/text/snippet';
import styles from './marked-snippet.module.css';

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
