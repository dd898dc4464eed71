import { expect, test } from 'vitest';
import { createEmptyReview, putEntity } from '../../../../../shared/domain/review/review';
import { adoptSources } from '../../../../../shared/drafts/annotations/adopt-sources';
import type { OwnSource } from '../../../../../shared/import/web-annotation/imported-annotations';
import { emptySource } from '../../../../libraries/sources';
import { createEditContext } from '../../reviews';

function createSource(number: number, more: Partial<OwnSource> = {}): OwnSource {
  const { derivedFrom: _, ...fields } = emptySource;
  const standing = { standing: 'good', standingReason: null, standingSince: null } as const;
  return {
    number,
    ...fields,
    ...standing,
    kind: 'webPage',
    title: `Source ${number}`,
    derivedFrom: null,
    ...more,
  };
}

const context = () => createEditContext('i');

test('used sources are created once, with those that they repeat', () => {
  const listed = [createSource(1, { derivedFrom: 3 }), createSource(2), createSource(3)];
  const { byNumber, edits } = adoptSources(createEmptyReview(), listed, new Set([1]), context());
  expect(edits).toHaveLength(2);
  expect(byNumber.get(1)?.derivedFrom).toBe(byNumber.get(3)?.id);
  expect(byNumber.get(2)).toBeUndefined();
});

test('sources that repeat each other come to an end', () => {
  const listed = [createSource(1, { derivedFrom: 2 }), createSource(2, { derivedFrom: 1 })];
  expect(adoptSources(createEmptyReview(), listed, new Set([1, 2]), context()).edits).toHaveLength(2);
});

test('a source that the article has is used again, but never a confidential one for one that is not', () => {
  const review = createEmptyReview();
  const { number: _, derivedFrom: __, ...fields } = createSource(1, { title: 'Ledger' });
  putEntity(review, 'sources', { id: 'open', ...fields, derivedFrom: null, contact: 'by telephone' });
  putEntity(review, 'sources', {
    id: 'hidden',
    ...fields,
    title: 'Depot',
    derivedFrom: null,
    confidential: true,
  });
  const listed = [createSource(1, { title: 'Ledger' }), createSource(2, { title: 'Depot' })];
  const { byNumber, edits } = adoptSources(review, listed, new Set([1, 2]), context());
  expect(byNumber.get(1)?.id).toBe('open');
  expect(byNumber.get(2)?.id).not.toBe('hidden');
  expect(edits).toHaveLength(1);
});
