import { judgedVerdicts } from '../../../../shared/domain/verdict';
import { useKeyName } from '../../../state/keys';
import card from '../../../ui/layout/card.module.css';
import styles from './claim-card.module.css';
import { VerdictKeyList } from './verdict-key-list';

/** The card without a claim: how to mark one. */
export function NoClaim() {
  const markKey = useKeyName('mark');
  return (
    <section className={card.card} aria-label="Claim">
      <p className={styles.empty}>
        Select words in the article and{' '}
        {markKey ? (
          <>
            press <kbd>{markKey}</kbd>
          </>
        ) : (
          'choose “Claim” above them'
        )}{' '}
        to mark a claim
        <VerdictKeyList
          verdicts={judgedVerdicts}
          before=", or one of "
          after=" to mark it and set a verdict at once"
        />
        . Its verdict, note and sources then appear here.
      </p>
    </section>
  );
}
