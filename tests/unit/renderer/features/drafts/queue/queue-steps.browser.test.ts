import { expect, it } from 'vitest';
import { postpone, queuedAt } from '../../../../../../renderer/features/drafts/queue/queue-steps';
import { useOpenReview } from '../../../../../../renderer/state/review/open-review';
import { goToQueued, useReviewView } from '../../../../../../renderer/state/review/review-view';
import type { Session } from '../../../../../../renderer/state/review/session';
import { updateEdit } from '../../../../../../shared/domain/history/edits';
import { queueOf } from '../../../../../../shared/domain/review/queue';
import { markWords, reviewOf, sessionOf } from '../../../support/open-session';

/** An article whose claims, one a word, all wait to be looked at; the queue stands on the first. */
function waiting(words: readonly string[]): Session {
  const { review, draft, facts } = reviewOf(`The port has ${words.join(', ')}.`);
  const session = sessionOf(review, draft);
  for (const word of words) markWords(session, word, facts);
  for (const placement of [...session.review.placements.values()]) {
    const edit = updateEdit('placements', placement, { resolved: false });
    if (edit) session.apply({ action: 'claim.resize', edits: [edit] });
  }
  const queued = queueOf(session.review, draft);
  useOpenReview.setState({ session });
  useReviewView.setState({
    queue: {
      placementIds: queued.map(({ placement }) => placement.id),
      claimIds: queued.map(({ claim }) => claim.id),
      at: 0,
      attaching: false,
    },
  });
  goToQueued(0);
  return session;
}

/** The words of the claim that the queue stands on. */
function now(session: Session): string | null {
  const { queue, current } = useReviewView.getState();
  const queued = queuedAt(session, queue?.placementIds[queue.at]);
  const span = queued?.placement.span;
  return span && queued.claim.id === current ? session.draft.text.slice(span.start, span.end) : null;
}

function postponeCurrent(session: Session): void {
  const { queue } = useReviewView.getState();
  const queued = queuedAt(session, queue?.placementIds[queue.at]);
  if (queued) postpone(queued);
}

it('a claim that is postponed comes again after all others, and nothing of it is stored', () => {
  const session = waiting(['cranes', 'ships', 'ferries']);
  const before = session.unsaved();
  const seen = [now(session)];
  for (let step = 0; step < 4; step += 1) {
    postponeCurrent(session);
    seen.push(now(session));
  }
  expect(seen).toEqual(['cranes', 'ships', 'ferries', 'cranes', 'ships']);
  expect(session.unsaved()).toBe(before);
});

it('the last claim of the queue is postponed to after the ones that were passed over', () => {
  const session = waiting(['cranes', 'ships', 'ferries']);
  goToQueued(2);
  postponeCurrent(session);
  expect(now(session)).toBe('cranes');
});

it('the only claim that waits stays where it is', () => {
  const session = waiting(['cranes']);
  postponeCurrent(session);
  expect(now(session)).toBe('cranes');
});
