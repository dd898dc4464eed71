import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findLastChanges, getClaimHistory } from '#shared/domain/history/claim-history.ts';
import { type Change, invertChange } from '#shared/domain/review/change.ts';
import { attachFiles } from '#shared/domain/sources/evidence-edits.ts';
import { mergeSources } from '#shared/domain/sources/merge-sources.ts';
import {
  applyActions,
  applyOrThrow,
  createEditContext,
  openSample,
  randomActions,
  toStep,
} from '#tests/unit/shared/reviews.ts';

test('the history of a claim contains the files of its sources, also after a merge', () => {
  const { review, change } = openSample();
  const context = createEditContext('n');
  const [evidence] = review.evidence.values();
  const tied = review.sources.get(evidence?.sourceId ?? '');
  const other = [...review.sources.values()].find(
    ({ id }) =>
      ![...review.evidence.values()].some((tie) => tie.claimId === evidence?.claimId && tie.sourceId === id),
  );
  if (!evidence || !tied || !other) throw new Error('the sample has too little');
  const file = (digit: string) => ({ sha256: digit.repeat(64), name: digit, bytes: 1, mime: 'text/plain' });
  const steps = [
    () => attachFiles(review, tied.id, [file('1')], context),
    () => attachFiles(review, other.id, [file('2')], context),
    () => mergeSources(review, other, tied),
    () => attachFiles(review, other.id, [file('3')], context),
  ];
  const history = [change];
  for (const make of steps) {
    const step = make();
    if (!step) throw new Error('no step');
    applyOrThrow(review, step.edits);
    history.push({ id: context.newId(), at: context.at, by: context.by, ...step, undoes: null });
  }
  expect(getClaimHistory(history, evidence.claimId).map(({ action }) => action)).toEqual([
    'article.open',
    'source.edit',
    'source.merge',
    'source.edit',
  ]);
});

test('the history of a claim contains the edits of the claim, its placement and evidence, and no others', () => {
  const { review, draft, change } = openSample();
  const context = createEditContext('n');
  const [first = '', second = ''] = review.claims.keys();
  const action = (what: number, pick: number, other: number) => ({ what, pick, other, words: 'words' });
  const done = applyActions(
    review,
    draft,
    [action(3, 0, 0), action(3, 1, 0), action(4, 0, 7), action(6, 0, 1), action(2, 0, 1)],
    context,
  );
  const last = done.at(-1);
  if (!last) throw new Error('nothing was done');
  const undo = invertChange(last, { id: context.newId(), at: context.at, by: 'Bo' });
  applyOrThrow(review, undo.edits);
  const history = [change, ...done, undo];

  expect(getClaimHistory(history, first).map(({ action }) => action)).toEqual([
    'article.open',
    'claim.edit',
    'claim.resize',
    'evidence.attach',
    'claim.verdict',
    'undo',
  ]);
  expect(getClaimHistory(history, first).at(-1)?.by).toBe('Bo');
  expect(getClaimHistory(history, second).map(({ action }) => action)).toEqual([
    'article.open',
    'claim.edit',
  ]);
  expect(getClaimHistory(history, 'other')).toEqual([]);
  for (const { edits } of getClaimHistory(history, first))
    for (const edit of edits) expect(['claims', 'placements', 'evidence']).toContain(edit.table);
});

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
      ...base,
      id: 'a',
      action: 'evidence.edit',
      edits: [{ table: 'evidence', id: evidence.id, update }],
    };
    expect(findLastChanges([...changes, edited], review).get(evidence.claimId)).toBe(at);
    const removed: Change = {
      ...base,
      id: 'b',
      at: '2026-12-02T00:00:00.000Z',
      action: 'evidence.remove',
      edits: [{ table: 'evidence', id: evidence.id, delete: { ...evidence } }],
    };
    expect(findLastChanges([...changes, edited, removed], review).get(evidence.claimId)).toBe(removed.at);
  });
});
