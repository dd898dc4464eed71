import { getNewestDraft } from '../../../../shared/domain/review/review';
import { formatCount } from '../../../../shared/text/format/numbers';
import { showDraft } from '../../state/article/show-article';
import { describePast } from '../../state/drafts/past-draft';
import { useKeyName } from '../../state/keys';
import { useQueue, useSession } from '../../state/review/use-session';
import { useReviewView } from '../../state/view/review-view';
import { Button } from '../../ui/button';
import { Banner } from '../../ui/layout/banner';
import styles from './draft-banner.module.css';
import { attachToSelection, QueueKeys, stopAttaching } from './queue/queue-actions';
import { openQueue } from './queue/queue-navigation';

export function AttachBar() {
  return (
    <>
      <Button shortcut={useKeyName('resize')} onPress={attachToSelection}>
        Attach the claim here
      </Button>
      <span className={styles.hint}>Then judge it</span>
    </>
  );
}

const attachingKeys = new Map([['ESCAPE', stopAttaching]]);

function AttachInstructions() {
  const key = useKeyName('resize');
  return (
    <>
      <QueueKeys keys={attachingKeys} />
      <p>
        Select the words that the claim is about now, then {key ? `press ${key}` : 'attach the claim to them'}
        .
      </p>
      <Button onPress={stopAttaching}>Back to the queue</Button>
    </>
  );
}

/** The line above the article: a claim is being attached, the draft is an older one, or claims need review. */
export function DraftBanner() {
  const session = useSession();
  const { review, draft, isPast, readOnly } = session;
  const queue = useQueue();
  const queueKey = useKeyName('reviewQueue');
  const isAttaching = useReviewView((view) => view.queue?.isAttaching ?? false);
  if (isAttaching)
    return (
      <Banner>
        <AttachInstructions />
      </Banner>
    );
  const newest = getNewestDraft(review).number;
  if (isPast)
    return (
      <Banner>
        <p>
          Draft {draft.number} of {newest}, read-only. {describePast(session)}
        </p>
        <Button onPress={() => void showDraft(null)}>{`Back to draft ${newest}`}</Button>
      </Banner>
    );
  const waitingCount = readOnly ? 0 : queue.length;
  if (waitingCount === 0) return null;
  return (
    <Banner>
      <p>
        {formatCount(waitingCount, 'claim')} of draft {draft.number} {waitingCount === 1 ? 'needs' : 'need'}{' '}
        review.
      </p>
      <Button shortcut={queueKey} onPress={() => openQueue()}>
        Review
      </Button>
    </Banner>
  );
}
