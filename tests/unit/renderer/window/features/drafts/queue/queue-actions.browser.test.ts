import { describe, expect, test } from 'vitest';
import { createQueueActions } from '#renderer/window/features/drafts/queue/queue-actions.ts';
import { type Verdict, verdicts } from '#shared/domain/base/verdict.ts';
import type { QueuedClaim } from '#shared/domain/claims/review-queue.ts';

const span = { start: 0, end: 8 };

const queued: QueuedClaim = {
  claim: {
    id: 'c',
    verdict: 'verified',
    note: null,
    correction: null,
    claimant: null,
    kind: null,
    answers: [],
    tagIds: [],
    createdBy: null,
    createdAt: '2026-01-01T00:00:00.000Z',
    judged: null,
  },
  placement: {
    id: 'p',
    claimId: 'c',
    draftId: 'd',
    span,
    status: 'reworded',
    candidates: [],
    changes: [],
    resolved: false,
  },
};

const listLabels = (verdict: Verdict) =>
  createQueueActions({ ...queued, claim: { ...queued.claim, verdict } }).map(({ label }) => label);

describe('the actions of the queue', () => {
  test.each(verdicts)('begin with Enter, which leaves the claim as before (%s)', (verdict) => {
    const claim = { ...queued.claim, verdict };
    const [first, ...others] = createQueueActions({ ...queued, claim });
    expect(first).toMatchObject({
      shownKey: 'Enter',
      isPrimary: true,
      label: expect.stringMatching(/^Still /),
    });
    expect(others.filter(({ isPrimary, keys }) => isPrimary || keys.includes('ENTER'))).toEqual([]);
  });

  test('have one button for each verdict, which is the first one for the verdict that the claim has', () => {
    expect(listLabels('disputed').slice(0, 4)).toEqual([
      'Still disputed',
      'Verified',
      'Can’t verify',
      'Unchecked',
    ]);
    expect(listLabels('unchecked').slice(0, 5)).toEqual([
      'Still unchecked',
      ...['Verified', 'Disputed', 'Can’t verify', 'Unchecked'],
    ]);
  });

  test('have a key each, and no two the same', () => {
    const keys = createQueueActions(queued).flatMap((action) => action.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('verified');
  });

  test('leave a claim without a place as it is by Enter', () => {
    const placement = { ...queued.placement, span: null };
    const [first] = createQueueActions({ ...queued, placement });
    expect(first).toMatchObject({ shownKey: 'Enter', label: 'Still without a place' });
  });
});
