import { showDraft } from '#renderer/window/state/article/show-article.ts';
import { describePast } from '#renderer/window/state/drafts/past-draft.ts';
import { useKeyName } from '#renderer/window/state/keys.ts';
import { useQueue, useSession } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Banner } from '#renderer/window/ui/layout/banner.tsx';
import { getNewestDraft } from '#shared/domain/review/review.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import styles from './draft-banner.module.css';
import { attachToSelection, QueueKeys, stopAttaching } from './queue/queue-actions.ts';
import { openQueue } from './queue/queue-navigation.ts';

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
