import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProposedChange } from '../../../../../../shared/domain/history/change';
import { refusingDialogs } from '../../../support/plain-platform';
import { createMarkChange, newId } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { openArticle } from '../review/open-article';

/** An article with that many claims, marked by one change, and a reviewer who answers the questions about removals. */
async function openWithClaims(count: number, answer: boolean) {
  const questions: string[] = [];
  const confirmRemoval = async ({ removed, total }: { removed: number; total: number }) => {
    questions.push(`${removed} of ${total}`);
    return answer;
  };
  const folder = join(await tempFolder(), 'library');
  const stet = await openArticle(folder, { dialogs: { ...refusingDialogs, confirmRemoval } });
  const edits = Array.from({ length: count }, () => createMarkChange(stet.draft).change.edits).flat();
  const { articleId } = stet;
  await stet.call('review.apply', { articleId, change: { id: newId(), action: 'claim.mark', edits } });
  return { ...stet, questions };
}

/** Deletes that many claims by one change. */
async function deleteClaims({ call, articleId }: Awaited<ReturnType<typeof openWithClaims>>, count: number) {
  const { review } = await call('review.open', { articleId });
  const edits = review.placements
    .slice(0, count)
    .map((placement) => ({ table: 'placements' as const, id: placement.id, delete: placement }));
  const claims = edits.flatMap(({ delete: { claimId } }) =>
    review.claims
      .filter(({ id }) => id === claimId)
      .map((claim) => ({ table: 'claims' as const, id: claim.id, delete: claim })),
  );
  const change: ProposedChange = { id: newId(), action: 'claim.delete', edits: [...edits, ...claims] };
  return call('review.apply', { articleId, change });
}

test('deleting six of eight claims asks first, and nothing is changed until then', async () => {
  const stet = await openWithClaims(8, false);
  await expect(deleteClaims(stet, 6)).rejects.toThrow('nothing');
  expect(stet.questions).toEqual(['6 of 8']);
  expect((await stet.call('review.open', { articleId: stet.articleId })).review.claims).toHaveLength(8);
});

test('undo that would remove most of the claims asks first', async () => {
  const { call, callFailing, articleId, questions } = await openWithClaims(5, false);
  expect(await callFailing('review.undo', { articleId })).toMatchObject({ code: 'nothing' });
  expect(questions).toEqual(['5 of 5']);
  expect((await call('review.open', { articleId })).review.claims).toHaveLength(5);
});

test('it removes them when the reviewer agrees, and redo brings them back unasked', async () => {
  const { call, articleId, questions } = await openWithClaims(11, true);
  await call('review.undo', { articleId });
  await call('review.redo', { articleId });
  expect(questions).toEqual(['11 of 11']);
  expect((await call('review.open', { articleId })).review.claims).toHaveLength(11);
});

test('four claims, or half of them, are removed without a question', async () => {
  const four = await openWithClaims(4, false);
  await four.call('review.undo', { articleId: four.articleId });
  const half = await openWithClaims(12, false);
  await deleteClaims(half, 6);
  expect([...four.questions, ...half.questions]).toEqual([]);
  await expect(deleteClaims(half, 5)).rejects.toThrow('nothing');
  expect(half.questions).toEqual(['5 of 6']);
});
