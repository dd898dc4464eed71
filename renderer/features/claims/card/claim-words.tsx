import type { Span } from '../../../../shared/text/span';
import { useDirectionAt } from '../../../state/reading/direction';
import styles from './claim-card.module.css';

interface ClaimWordsProps {
  words: string;
  /** Where they stand; null where they stand nowhere. */
  span: Span | null;
}

/** The words of the claim that a card is about. */
export function ClaimWords({ words, span }: ClaimWordsProps) {
  return (
    <div className={styles.words} role="comment" dir={useDirectionAt(span, words)}>
      {words}
    </div>
  );
}
