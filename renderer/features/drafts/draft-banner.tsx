import { currentDraft } from '../../../shared/domain/review/review';
import { counted } from '../../../shared/text/format/count-of';
import { showDraft } from '../../state/review/open-review';
import { useReviewView } from '../../state/review/review-view';
import { useQueue, useSession } from '../../state/review/session-context';
import { Button } from '../../ui/button';
import styles from './draft-banner.module.css';
import { openQueue } from './draft-steps';
import { QueueKeys } from './queue/queue-keys';
import { attachToSelection, stopAttaching } from './queue/queue-steps';

/** What can be done with the selected words while a claim is being attached. */
export function AttachBar() {
  return (
    <>
      <Button shortcut="R" onPress={attachToSelection}>
        Attach the claim here
      </Button>
      <span className={styles.after}>Then judge it</span>
    </>
  );
}

const attachingKeys = new Map([['ESCAPE', stopAttaching]]);

/** A line above the article: that a claim is being attached, that the draft is an older one, or that claims wait. */
export function DraftBanner() {
  const { review, draft, isPast, readOnly } = useSession();
  const queue = useQueue();
  const isAttaching = useReviewView((view) => view.queue?.attaching ?? false);
  if (isAttaching)
    return (
      <div className={styles.banner} role="status">
        <QueueKeys keys={attachingKeys} />
        <p>Select the words on which the claim stands now, then press R.</p>
        <Button onPress={stopAttaching}>Back to the queue</Button>
      </div>
    );
  if (isPast)
    return (
      <div className={styles.banner} role="status">
        <p>
          Draft {draft.number} of {currentDraft(review).number}, to look at. Verdicts are shown as they stand
          today.
        </p>
        <Button onPress={() => void showDraft(null)}>{`Back to draft ${currentDraft(review).number}`}</Button>
      </div>
    );
  const waiting = readOnly ? 0 : queue.length;
  if (waiting === 0) return null;
  return (
    <div className={styles.banner} role="status">
      <p>
        {counted(waiting, 'claim', 'claims')} of draft {draft.number} {waiting === 1 ? 'needs' : 'need'} you.
      </p>
      <Button shortcut="Q" onPress={() => openQueue()}>
        Go through them
      </Button>
    </div>
  );
}
