import { expect, test } from 'vitest';
import { takeOver } from '../../../../../shared/domain/sources/adopt-references';
import { countingFacts, mustApply, openSample } from '../../reviews';

function sample() {
  const { review } = openSample();
  const [known] = [...review.sources.values()].filter(({ url }) => url !== null);
  const [first = '', second = ''] = [...review.claims.keys()];
  if (!known) throw new Error('the sample has no such source');
  const { id: _, standing: __, ...fields } = known;
  return { review, known, fields, first, second, facts: countingFacts('n') };
}

test('a source that the article names is made once, and tied as context to each of its claims', () => {
  const { review, fields, first, second, facts } = sample();
  const fresh = { ...fields, title: 'New', url: 'https://new.example/' };
  const named = { fields: fresh, locator: 'p. 3', claimIds: [first, second] };
  const step = takeOver(review, [named, { ...named, claimIds: [first] }], facts);
  expect(step?.edits.map(({ table }) => table)).toEqual(['sources', 'evidence', 'evidence']);
  mustApply(review, step?.edits ?? []);
  const ties = [...review.evidence.values()].slice(-2);
  for (const tie of ties) expect(tie).toMatchObject({ stance: 'context', locator: 'p. 3', quote: null });
  expect(takeOver(review, [named], facts)).toBeNull();
});

test('one that is there already is tied and not doubled', () => {
  const { review, known, fields, facts } = sample();
  const tied = new Set(
    [...review.evidence.values()]
      .filter(({ sourceId }) => sourceId === known.id)
      .map(({ claimId }) => claimId),
  );
  const claimIds = [...review.claims.keys()];
  const step = takeOver(
    review,
    [{ fields: { ...fields, title: 'Otherwise' }, locator: null, claimIds }],
    facts,
  );
  expect(step?.edits).toHaveLength(claimIds.length - tied.size);
  for (const edit of step?.edits ?? [])
    expect(edit).toMatchObject({ table: 'evidence', create: { sourceId: known.id } });
});
