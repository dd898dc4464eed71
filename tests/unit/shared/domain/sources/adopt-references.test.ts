import { expect, test } from 'vitest';
import { stancesByVerdict } from '../../../../../shared/domain/evidence';
import { adoptReferences } from '../../../../../shared/domain/sources/adopt-references';
import { applyOrThrow, createEditContext, openSample } from '../../reviews';

function sample() {
  const { review } = openSample();
  const [known] = [...review.sources.values()].filter(({ url }) => url !== null);
  const [first = '', second = ''] = [...review.claims.keys()];
  if (!known) throw new Error('the sample has no such source');
  const { id: _, standing: __, ...fields } = known;
  return { review, known, fields, first, second, context: createEditContext('n') };
}

test('a source that the article refers to is added once, with the stance of the verdict of each of its claims', () => {
  const { review, fields, first, second, context } = sample();
  const fresh = { ...fields, title: 'New', url: 'https://new.example/' };
  const reference = { fields: fresh, locator: 'p. 3', claimIds: [first, second] };
  const step = adoptReferences(review, [reference, { ...reference, claimIds: [first] }], context);
  expect(step?.edits.map(({ table }) => table)).toEqual(['sources', 'evidence', 'evidence']);
  applyOrThrow(review, step?.edits ?? []);
  const added = [...review.evidence.values()].slice(-2);
  const stances = [first, second].map(
    (id) => stancesByVerdict[review.claims.get(id)?.verdict ?? 'unchecked'],
  );
  expect(added).toMatchObject(
    stances.map((stance) => ({ stance, stanceChosen: false, locator: 'p. 3', quote: null })),
  );
  expect(adoptReferences(review, [reference], context)).toBeNull();
});

test('an existing source is used and not duplicated', () => {
  const { review, known, fields, context } = sample();
  const usedBy = new Set(
    [...review.evidence.values()]
      .filter(({ sourceId }) => sourceId === known.id)
      .map(({ claimId }) => claimId),
  );
  const claimIds = [...review.claims.keys()];
  const step = adoptReferences(
    review,
    [{ fields: { ...fields, title: 'Otherwise' }, locator: null, claimIds }],
    context,
  );
  expect(step?.edits).toHaveLength(claimIds.length - usedBy.size);
  for (const edit of step?.edits ?? [])
    expect(edit).toMatchObject({ table: 'evidence', create: { sourceId: known.id } });
});
