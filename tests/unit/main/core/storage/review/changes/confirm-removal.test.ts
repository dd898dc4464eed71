import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProposedChange } from '../../../../../../../shared/domain/history/change';
import { refusingDialogs } from '../../../../support/plain-platform';
import { createMarkChange, newId } from '../../../../support/sample';
import { tempFolder } from '../../../../support/temp-folder';
import { openArticle } from '../open-article';

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

test('undo that would remove more than half of the claims, and more than ten, asks first', async () => {
  const { call, callFailing, articleId, questions } = await openWithClaims(11, false);
  expect(await callFailing('review.undo', { articleId })).toMatchObject({ code: 'nothing' });
  expect(questions).toEqual(['11 of 11']);
  expect((await call('review.open', { articleId })).review.claims).toHaveLength(11);
});

test('it removes them when the reviewer agrees, and redo brings them back unasked', async () => {
  const { call, articleId, questions } = await openWithClaims(11, true);
  await call('review.undo', { articleId });
  await call('review.redo', { articleId });
  expect(questions).toEqual(['11 of 11']);
  expect((await call('review.open', { articleId })).review.claims).toHaveLength(11);
});

test('ten claims, or half of them, are removed without a question', async () => {
  const ten = await openWithClaims(10, false);
  await ten.call('review.undo', { articleId: ten.articleId });
  const half = await openWithClaims(11, false);
  const edits = Array.from({ length: 11 }, () => createMarkChange(half.draft).change.edits).flat();
  const change: ProposedChange = { id: newId(), action: 'claim.mark', edits };
  await half.call('review.apply', { articleId: half.articleId, change });
  await half.call('review.undo', { articleId: half.articleId });
  expect([...ten.questions, ...half.questions]).toEqual([]);
});
