import { judgedVerdicts } from '../../../../shared/domain/verdict';
import { useKeyName } from '../../../state/keys';
import { useSession } from '../../../state/review/use-session';
import card from '../../../ui/layout/card.module.css';
import styles from './claim-card.module.css';
import { VerdictKeyList } from './verdict-key-list';

/** The card without a claim: how to mark one, where that is possible. */
export function NoClaim() {
  const { readOnly } = useSession();
  return (
    <section className={card.card} aria-label="Claim">
      <p className={styles.empty}>
        {readOnly ? 'Go to a claim to see its verdict, note and sources here.' : <HowToMark />}
      </p>
    </section>
  );
}

function HowToMark() {
  const markKey = useKeyName('mark');
  return (
    <>
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
    </>
  );
}
