import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../../shared/domain/history/change';
import { getClaimHistory } from '../../../../../shared/domain/history/claim-history';
import { findLastChanges } from '../../../../../shared/domain/history/last-changes';
import { applyOrThrow, createEditContext, openSample, randomActions, toStep } from '../../reviews';

/** A history with a change a minute. */
function record(wanted: Parameters<typeof toStep>[2][]) {
  const { review, draft, change } = openSample();
  const changes: Change[] = [change];
  const context = createEditContext('c');
  for (const [index, wish] of wanted.entries()) {
    const step = toStep(review, draft, wish, context);
    if (!step) continue;
    applyOrThrow(review, step.edits);
    const at = new Date(Date.UTC(2026, 11, 1, 0, index)).toISOString();
    changes.push({ id: `x${index}`, at, by: 'Ada', action: step.action, edits: step.edits, undoes: null });
  }
  return { review, changes };
}

describe('the last change of each claim', () => {
  it('is known of each claim of the review, and is in the history of the claim', () => {
    fc.assert(
      fc.property(fc.array(randomActions, { maxLength: 15 }), (wanted) => {
        const { review, changes } = record(wanted);
        const last = findLastChanges(changes, review);
        expect(new Set(last.keys())).toEqual(new Set(review.claims.keys()));
        for (const [id, at] of last)
          expect(getClaimHistory(changes, id).map((entry) => entry.at)).toContain(at);
      }),
      { numRuns: 40 },
    );
  });

  it('is the removal of its evidence as well, and an edit of that evidence before', () => {
    const { review, changes } = record([]);
    const [evidence] = review.evidence.values();
    if (!evidence) throw new Error('no evidence');
    const at = '2026-12-01T00:00:00.000Z';
    const base = { at, by: null, undoes: null } as const;
    const update = { before: { note: null }, after: { note: 'x' } };
    const edited: Change = {
      ...{ ...base, id: 'a', action: 'evidence.edit' },
      edits: [{ table: 'evidence', id: evidence.id, update }],
    };
    expect(findLastChanges([...changes, edited], review).get(evidence.claimId)).toBe(at);
    const removed: Change = {
      ...{ ...base, id: 'b', at: '2026-12-02T00:00:00.000Z', action: 'evidence.remove' },
      edits: [{ table: 'evidence', id: evidence.id, delete: { ...evidence } }],
    };
    expect(findLastChanges([...changes, edited, removed], review).get(evidence.claimId)).toBe(removed.at);
  });
});
