import { judgedVerdicts } from '../../../../shared/domain/verdict';
import card from '../../../ui/layout/card.module.css';
import styles from './claim-card.module.css';
import { VerdictKeyList } from './verdict-key-list';

/** The card without a claim: how to mark one. */
export function NoClaim() {
  return (
    <section className={card.card} aria-label="Claim">
      <p className={styles.empty}>
        Select words in the article and press <kbd>C</kbd> to mark a claim, or one of{' '}
        <VerdictKeyList verdicts={judgedVerdicts} /> to mark it and set a verdict at once. Its verdict, note
        and sources then appear here.
      </p>
    </section>
  );
}
