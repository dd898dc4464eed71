import { expect, test } from 'vitest';
import { newId, sampleText } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { claims, openCheckedArticle } from '../checked-article.ts';

test('corrections make one draft in which every claim keeps its place', async () => {
  const stet = testCore(await tempFolder());
  const { articleId, ids } = await openCheckedArticle(stet, 'disputed');
  const correct = (id = '', before: string | null, after: string) =>
    stet.call('review.apply', {
      articleId,
      change: {
        id: newId(),
        action: 'claim.edit',
        edits: [
          { table: 'claims', id, update: { before: { correction: before }, after: { correction: after } } },
        ],
      },
    });
  await correct(ids.closed, null, 'shut in 1975');
  await correct(ids.people, null, '1,150 people');
  const claimIds = [ids.closed ?? '', ids.people ?? ''];
  await stet.call('draft.correct', { articleId, claimIds });
  const { draft, review } = await stet.call('review.open', { articleId });
  expect(draft.text).toBe(sampleText.replace(claims.closed, 'shut in 1975').replace('1,200', '1,150'));
  expect(draft.origin).toEqual({ kind: 'corrections', name: null });
  const words = (claimId?: string) => {
    const place = review.placements.find((one) => one.draftId === draft.id && one.claimId === claimId);
    return place?.span && draft.text.slice(place.span.start, place.span.end);
  };
  expect(words(ids.closed)).toBe('shut in 1975');
  expect(words(ids.people)).toBe('1,150 people');
  expect(words(ids.never)).toBe(claims.never);
  expect(review.claims.find(({ id }) => id === ids.closed)).toMatchObject({ correction: null });
  await stet.call('review.undo', { articleId });
  expect((await stet.call('review.open', { articleId })).draft.text).toBe(sampleText);
});
