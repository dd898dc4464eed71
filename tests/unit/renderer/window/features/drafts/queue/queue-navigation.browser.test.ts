import { afterEach, expect, it } from 'vitest';
import {
  findQueuedClaim,
  goToNextWaiting,
  postponeClaim,
  skipClaim,
} from '#renderer/window/features/drafts/queue/queue-navigation.ts';
import { useOpenReview } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { goToQueueIndex } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { getReviewQueue } from '#shared/domain/claims/review-queue.ts';
import { makeUpdateEdit } from '#shared/domain/review/step.ts';
import { importReview, markWords, openSession } from '#tests/unit/renderer/support/open-session.tsx';

afterEach(() => useOpenReview.setState({ session: null }));

/** Opens a queue with one waiting claim for each word. The first is the current one. */
function openQueueOf(words: readonly string[]): Session {
  const { review, draft, facts } = importReview(`The port has ${words.join(', ')}.`);
  const session = openSession(review, draft);
  for (const word of words) markWords(session, word, facts);
  for (const placement of [...session.review.placements.values()]) {
    const edit = makeUpdateEdit('placements', placement, { resolved: false });
    if (edit) session.apply({ action: 'claim.resize', edits: [edit] });
  }
  const queued = getReviewQueue(session.review, draft);
  useOpenReview.setState({ session });
  useReviewView.setState({
    queue: {
      placementIds: queued.map(({ placement }) => placement.id),
      claimIds: queued.map(({ claim }) => claim.id),
      index: 0,
      isAttaching: false,
    },
  });
  goToQueueIndex(0);
  return session;
}

/** The words of the current claim of the queue. */
function getCurrentWords(session: Session): string | null {
  const { queue, currentClaimId } = useReviewView.getState();
  const queued = findQueuedClaim(session, queue?.placementIds[queue.index]);
  const span = queued?.placement.span;
  return span && queued.claim.id === currentClaimId ? session.draft.text.slice(span.start, span.end) : null;
}

function postponeCurrent(session: Session): void {
  const { queue } = useReviewView.getState();
  const queued = findQueuedClaim(session, queue?.placementIds[queue.index]);
  if (queued) postponeClaim(queued);
}

it('a postponed claim comes again after all others, and nothing is stored', () => {
  const session = openQueueOf(['cranes', 'ships', 'ferries']);
  const before = session.unsavedCount();
  const seen = [getCurrentWords(session)];
  for (let step = 0; step < 4; step += 1) {
    postponeCurrent(session);
    seen.push(getCurrentWords(session));
  }
  expect(seen).toEqual(['cranes', 'ships', 'ferries', 'cranes', 'ships']);
  expect(session.unsavedCount()).toBe(before);
});

it.each([
  ['the last claim', ['cranes', 'ships', 'ferries'], 2],
  ['the only waiting claim', ['cranes'], 0],
])('after %s is postponed, the first waiting claim comes next', (_which, words, index) => {
  const session = openQueueOf(words);
  goToQueueIndex(index);
  postponeCurrent(session);
  expect(getCurrentWords(session)).toBe('cranes');
});

it('a claim that is left as before without a verdict keeps waiting, and nothing is stored', () => {
  const session = openQueueOf(['cranes', 'ships']);
  const before = session.unsavedCount();
  skipClaim();
  expect(getCurrentWords(session)).toBe('ships');
  skipClaim();
  expect(getCurrentWords(session)).toBe('cranes');
  expect(session.unsavedCount()).toBe(before);
});

it('after the last claim no claim is the current one', () => {
  const session = openQueueOf(['cranes']);
  const [placement] = session.review.placements.values();
  const edit = placement && makeUpdateEdit('placements', placement, { resolved: true });
  if (edit) session.apply({ action: 'claim.verdict', edits: [edit] });
  goToNextWaiting(session);
  expect(useReviewView.getState()).toMatchObject({ queue: null, currentClaimId: null });
});
