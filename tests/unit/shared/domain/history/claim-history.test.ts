import { expect, test } from 'vitest';
import { invert } from '../../../../../shared/domain/history/change';
import { claimHistory } from '../../../../../shared/domain/history/claim-history';
import { mergeSources } from '../../../../../shared/domain/sources/merge-sources';
import { attachFiles } from '../../../../../shared/domain/sources/source-edits';
import { carryOut, countingFacts, mustApply, openSample } from '../../reviews';

test('tells of the files of a source that the claim rests on, also after it was merged into another', () => {
  const { review, change } = openSample();
  const facts = countingFacts('n');
  const [evidence] = review.evidence.values();
  const tied = review.sources.get(evidence?.sourceId ?? '');
  const other = [...review.sources.values()].find(
    ({ id }) =>
      ![...review.evidence.values()].some((tie) => tie.claimId === evidence?.claimId && tie.sourceId === id),
  );
  if (!evidence || !tied || !other) throw new Error('the sample has too little');
  const file = (digit: string) => ({ sha256: digit.repeat(64), name: digit, bytes: 1, mime: 'text/plain' });
  const steps = [
    () => attachFiles(review, tied.id, [file('1')], facts),
    () => attachFiles(review, other.id, [file('2')], facts),
    () => mergeSources(review, other, tied),
    () => attachFiles(review, other.id, [file('3')], facts),
  ];
  const history = [change];
  for (const make of steps) {
    const step = make();
    if (!step) throw new Error('no step');
    mustApply(review, step.edits);
    history.push({ id: facts.newId(), at: facts.at, by: facts.by, ...step, undoes: null });
  }
  expect(claimHistory(history, evidence.claimId).map(({ action }) => action)).toEqual([
    'article.open',
    'source.edit',
    'source.merge',
    'source.edit',
  ]);
});

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
