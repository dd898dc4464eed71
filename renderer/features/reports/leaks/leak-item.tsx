import type { Leak } from '../../../../shared/reports/confidential/leak';
import { capitalize } from '../../../../shared/text/format/wording';
import { useClaimNumber } from '../../../state/review/use-session';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/fields/checkbox';
import styles from './leak-list.module.css';

interface LeakItemProps {
  leak: Leak;
  isConfirmed: boolean;
  onConfirm: (isConfirmed: boolean) => void;
  /** Shows the claim, or its note. */
  onGoTo: (leak: Leak) => void;
}

/** The words of a leak, marked in their sentence. Their direction is their own. */
function Excerpt({ before, words, after }: NonNullable<Leak['excerpt']>) {
  return (
    <bdi className={styles.excerpt}>
      {before}
      <mark className={styles.words}>{words}</mark>
      {after}
    </bdi>
  );
}

/** One leak: what it is, its words, for a possible one a checkbox, and the way to its claim. */
export function LeakItem({ leak, isConfirmed, onConfirm, onGoTo }: LeakItemProps) {
  const { level, place, message, excerpt, claimId } = leak;
  const number = useClaimNumber(claimId);
  return (
    <li className={styles.item}>
      {level === 'certain' || excerpt === null ? (
        <p className={styles.label}>
          <b>{message}</b>
          {excerpt !== null && (
            <>
              {' '}
              <Excerpt {...excerpt} />
            </>
          )}
        </p>
      ) : (
        <Checkbox isSelected={isConfirmed} onChange={onConfirm}>
          <span className={styles.label}>
            <span className={styles.place}>{capitalize(place)}: </span>
            <Excerpt {...excerpt} />
          </span>
        </Checkbox>
      )}
      {claimId !== null && (
        <Button kind="quiet" onPress={() => onGoTo(leak)}>
          {number === null ? 'Go to the claim' : `Go to claim ${number}`}
        </Button>
      )}
    </li>
  );
}
