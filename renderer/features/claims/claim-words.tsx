import { useDirection } from '../../state/direction';
import styles from './claim-card.module.css';

/** The words of the claim that a card is about. */
export function ClaimWords({ children }: { children: string }) {
  return (
    <div className={styles.words} role="comment" dir={useDirection(children)}>
      {children}
    </div>
  );
}
