import { describe, expect, test } from 'vitest';
import { actionsOn } from '../../../../../../renderer/features/drafts/queue/queue-actions';
import type { QueuedClaim } from '../../../../../../shared/domain/review/queue';

const span = { start: 0, end: 8 };

const queued: QueuedClaim = {
  claim: {
    ...{ id: 'c', verdict: 'verified', note: null, correction: null, claimant: null, kind: null },
    ...{ createdBy: null, createdAt: '2026-01-01T00:00:00.000Z', judged: null },
  },
  placement: {
    ...{ id: 'p', claimId: 'c', draftId: 'd', span, status: 'reworded', candidates: [], changes: [] },
    resolved: false,
  },
};

const nothing = () => undefined;

const primary = (isChanged: boolean) =>
  actionsOn(queued, isChanged, nothing)
    .filter(({ isPrimary }) => isPrimary)
    .map(({ label }) => label);

describe('the actions of the queue', () => {
  test('preselect nothing after the words or their sentence changed', () => {
    expect(primary(true)).toEqual([]);
    expect(actionsOn(queued, true, nothing).map(({ label }) => label)).toContain('Still verified');
  });

  test('propose the verdict that stands where nothing of what it says changed', () => {
    expect(primary(false)).toEqual(['Still verified']);
  });
});
