import { describe, expect, test } from 'vitest';
import { createQueueActions } from '../../../../../../renderer/features/drafts/queue/queue-actions';
import type { QueuedClaim } from '../../../../../../shared/domain/review/review-queue';

const span = { start: 0, end: 8 };

const queued: QueuedClaim = {
  claim: {
    ...{ id: 'c', verdict: 'verified', note: null, correction: null, claimant: null, kind: null },
    ...{ answers: [], tagIds: [], createdBy: null, createdAt: '2026-01-01T00:00:00.000Z', judged: null },
  },
  placement: {
    ...{ id: 'p', claimId: 'c', draftId: 'd', span, status: 'reworded', candidates: [], changes: [] },
    resolved: false,
  },
};

const doNothing = () => undefined;

const listPrimaryLabels = (isChanged: boolean) =>
  createQueueActions(queued, isChanged, doNothing)
    .filter(({ isPrimary }) => isPrimary)
    .map(({ label }) => label);

describe('the actions of the queue', () => {
  test('have no primary action after the words or their sentence changed', () => {
    expect(listPrimaryLabels(true)).toEqual([]);
    expect(createQueueActions(queued, true, doNothing).map(({ label }) => label)).toContain('Still verified');
  });

  test('make it the primary action to confirm the verdict if no meaning changed', () => {
    expect(listPrimaryLabels(false)).toEqual(['Still verified']);
  });
});
