import { formatCount } from '../../../../shared/text/format/format-count';
import { useSession } from '../../../state/review/use-session';
import { Button } from '../../../ui/button';
import styles from './queue.module.css';
import { closeQueue } from './queue-navigation';

interface QueueHeaderProps {
  placementIds: readonly string[];
  index: number;
  waitingIds: ReadonlySet<string>;
}

/** The title of the queue, a tick for each of its claims, and the button that closes it. */
export function QueueHeader({ placementIds, index, waitingIds }: QueueHeaderProps) {
  const { draft } = useSession();
  return (
    <header className={styles.header}>
      <h1>
        Draft {draft.number}: {formatCount(waitingIds.size, 'claim needs', 'claims need')} review
      </h1>
      <div className={styles.ticks} aria-hidden="true">
        {placementIds.map((id, at) => (
          <i
            key={id}
            className={`${waitingIds.has(id) ? '' : styles.done} ${at === index ? styles.current : ''}`}
          />
        ))}
      </div>
      <Button kind="quiet" onPress={closeQueue}>
        Close
      </Button>
    </header>
  );
}
