import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { formatNumber } from '../../../../shared/text/format/format-number';
import { useKeyName } from '../../../state/keys';
import { Button } from '../../../ui/button';
import type { QueueAction } from './queue-actions';
import styles from './queue.module.css';
import { confirmVerdicts } from './queue-steps';

interface QueueFooterProps {
  actions: readonly QueueAction[];
  /** The claims whose verdicts can be confirmed together; none when there are fewer than two. */
  confirmable: readonly QueuedClaim[];
  /** The position among the waiting claims, counted from 1; 0 for a claim that is reviewed. */
  position: number;
  waitingCount: number;
}

/** The actions for the claim, and its position in the queue. */
export function QueueFooter({ actions, confirmable, position, waitingCount }: QueueFooterProps) {
  const nextKey = useKeyName('nextClaim');
  const previousKey = useKeyName('previousClaim');
  return (
    <footer className={styles.footer}>
      {actions.map(({ keys, shownKey, label, run, isPrimary }) => (
        <Button key={keys[0]} kind={isPrimary ? 'primary' : 'plain'} shortcut={shownKey} onPress={run}>
          {label}
        </Button>
      ))}
      {confirmable.length > 0 && (
        <Button shortcut="A" onPress={() => confirmVerdicts(confirmable)}>
          {`Confirm all ${formatNumber(confirmable.length)} whose sentence changed`}
        </Button>
      )}
      <span className={styles.position}>
        {position === 0 ? 'Reviewed' : `${formatNumber(position)} of ${formatNumber(waitingCount)}`}
        <span className={styles.keys}>
          {nextKey && ` · ${nextKey}: next`}
          {previousKey && `, ${previousKey}: previous`}
        </span>
      </span>
    </footer>
  );
}
