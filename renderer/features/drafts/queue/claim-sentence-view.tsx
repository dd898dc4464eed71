import type { ClaimStatus } from '../../../../shared/domain/verdict';
import type { Span } from '../../../../shared/text/span';
import { splitIntoSegments } from '../../../../shared/text/split-into-segments';
import { useDirection } from '../../../state/view/direction';
import type { ClaimSentence } from './claim-sentence';
import styles from './queue.module.css';

interface ClaimSentenceViewProps {
  sentence: ClaimSentence;
  status: ClaimStatus;
  side: 'before' | 'after';
}

/** A sentence with the claim's words underlined, and with the changed words struck out (before) or bold (after). */
export function ClaimSentenceView({ sentence, status, side }: ClaimSentenceViewProps) {
  const { text, claimSpan, changedSpans } = sentence;
  const covers: { span: Span; isClaim: boolean }[] = [
    ...(claimSpan ? [{ span: claimSpan, isClaim: true }] : []),
    ...changedSpans.map((span) => ({ span, isClaim: false })),
  ];
  const Changed = side === 'before' ? 'del' : 'ins';
  return (
    <p className={styles.sentence} lang="" dir={useDirection(text)}>
      {splitIntoSegments({ start: 0, end: text.length }, covers).map(({ start, end, covers: over }) => {
        const words = text.slice(start, end);
        const isChanged = over.some(({ isClaim }) => !isClaim);
        const content = isChanged ? <Changed key={start}>{words}</Changed> : words;
        return over.some(({ isClaim }) => isClaim) ? (
          <mark key={start} className={status}>
            {content}
          </mark>
        ) : (
          <span key={start}>{content}</span>
        );
      })}
    </p>
  );
}
