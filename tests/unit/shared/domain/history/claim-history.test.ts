import { expect, test } from 'vitest';
import { invertChange } from '../../../../../shared/domain/history/change';
import { getClaimHistory } from '../../../../../shared/domain/history/claim-history';
import { attachFiles } from '../../../../../shared/domain/sources/attachment-edits';
import { mergeSources } from '../../../../../shared/domain/sources/merging/merge-sources';
import { applyActions, applyOrThrow, createEditContext, openSample } from '../../reviews';

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
