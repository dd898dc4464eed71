import type { Span } from '../../../../shared/text/span';
import { useDirectionAt } from '../../../state/view/direction';
import styles from './claim-card.module.css';

interface ClaimTextProps {
  text: string;
  /** Its span in the draft; null for an unplaced claim. */
  span: Span | null;
}

/** The claim's text in the article. */
export function ClaimText({ text, span }: ClaimTextProps) {
  return (
    <div className={styles.text} role="comment" dir={useDirectionAt(span, text)}>
      {text}
    </div>
  );
}
