import { expect, test } from 'vitest';
import { invert } from '../../../../shared/domain/change';
import { claimHistory } from '../../../../shared/domain/claim-history';
import { carryOut, countingFacts, mustApply, openSample } from '../reviews';

test('tells everything that happened to a claim, its place and its evidence, and nothing else', () => {
  const { review, draft, change } = openSample();
  const facts = countingFacts('n');
  const [first = '', second = ''] = review.claims.keys();
  const wish = (what: number, pick: number, other: number) => ({ what, pick, other, words: 'words' });
  const done = carryOut(
    review,
    draft,
    [wish(3, 0, 0), wish(3, 1, 0), wish(4, 0, 7), wish(6, 0, 1), wish(2, 0, 1)],
    facts,
  );
  const last = done.at(-1);
  if (!last) throw new Error('nothing was done');
  const undo = invert(last, { id: facts.newId(), at: facts.at, by: 'Bo' });
  mustApply(review, undo.edits);
  const history = [change, ...done, undo];

  expect(claimHistory(history, first).map(({ action }) => action)).toEqual([
    'article.open',
    'claim.edit',
    'claim.resize',
    'evidence.attach',
    'claim.verdict',
    'undo',
  ]);
  expect(claimHistory(history, first).at(-1)?.by).toBe('Bo');
  expect(claimHistory(history, second).map(({ action }) => action)).toEqual(['article.open', 'claim.edit']);
  expect(claimHistory(history, 'other')).toEqual([]);
  for (const { edits } of claimHistory(history, first))
    for (const edit of edits) expect(['claims', 'placements', 'evidence']).toContain(edit.table);
});
