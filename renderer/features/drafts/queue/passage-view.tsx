import type { Standing } from '../../../../shared/domain/verdict';
import { segments } from '../../../../shared/text/segments';
import type { Span } from '../../../../shared/text/span';
import { useDirection } from '../../../state/reading/direction';
import styles from './passage-view.module.css';
import type { Passage } from './passages';

interface PassageViewProps {
  passage: Passage;
  standing: Standing;
  /** Whether it is how the words were, or how they are. */
  side: 'old' | 'now';
}

/** A sentence with the claim's words underlined, and with what is different in it struck or set bold. */
export function PassageView({ passage: { text, words, differing }, standing, side }: PassageViewProps) {
  const covers: { span: Span; isClaim: boolean }[] = [
    ...(words ? [{ span: words, isClaim: true }] : []),
    ...differing.map((span) => ({ span, isClaim: false })),
  ];
  const Different = side === 'old' ? 'del' : 'ins';
  return (
    <p className={styles.passage} lang="" dir={useDirection(text)}>
      {segments({ start: 0, end: text.length }, covers).map(({ start, end, covers: over }) => {
        const piece = text.slice(start, end);
        const isDifferent = over.some(({ isClaim }) => !isClaim);
        const set = isDifferent ? <Different key={start}>{piece}</Different> : piece;
        return over.some(({ isClaim }) => isClaim) ? (
          <mark key={start} className={standing}>
            {set}
          </mark>
        ) : (
          <span key={start}>{set}</span>
        );
      })}
    </p>
  );
}
