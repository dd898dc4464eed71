import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Judgement } from '../../../../../../shared/domain/claim';
import type { Draft } from '../../../../../../shared/domain/draft';
import { createMarkChange, sampleProposal, sampleText } from '../../../support/sample';
import { tempFolder } from '../../../support/temp-folder';
import { testCore } from '../../../support/test-core';

const todaysSentence = 'It employed 1,200 people, said Ada Brook.';
const oldSentence = `${todaysSentence} “We lost a town,” she said.`;

/** A change that marks "1,200" as verified, with its sentence cut by other rules than today's. */
function createOldMarkChange(draft: Draft, correction: string | null = null) {
  const start = sampleText.indexOf('1,200');
  const { change, claimId } = createMarkChange(draft, start, start + 5, 'verified');
  const edits = change.edits.map((edit) => {
    if (edit.table !== 'claims' || !('create' in edit)) return edit;
    const judged: Partial<Judgement> = { ...(edit.create.judged as object), sentence: oldSentence };
    return { ...edit, create: { ...edit.create, judged, correction } };
  });
  return { change: { ...change, edits }, claimId };
}

/** Creates an article in which a verdict was set under other rules, and closes the core. */
async function createOldArticle(folder: string, correction: string | null = null) {
  const { core, call, createArticle } = testCore(folder);
  const { articleId } = await createArticle(sampleProposal());
  const { draft } = await call('review.open', { articleId });
  const { change, claimId } = createOldMarkChange(draft, correction);
  await call('review.apply', { articleId, change });
  if (correction !== null) await call('draft.correct', { articleId, claimIds: [claimId] });
  await core.close();
  return { articleId, claimId, draft };
}

test('a sentence that other rules cut is cut again when the article is opened, and nothing is written', async () => {
  const folder = await tempFolder();
  const { articleId, claimId, draft } = await createOldArticle(folder);
  const { call } = testCore(folder);
  const { review } = await call('review.open', { articleId });
  expect(review.recutSentences).toEqual([
    { claimId, draftId: draft.id, words: '1,200', sentence: oldSentence, recut: todaysSentence },
  ]);
  expect(review.claims[0]?.judged?.sentence).toBe(oldSentence);
});

test('the library counts no re-check for it', async () => {
  const folder = await tempFolder();
  await createOldArticle(folder);
  await rm(join(folder, 'library.json'));
  const [entry] = (await testCore(folder).call('library.list', null)).articles;
  expect(entry?.progress).toMatchObject({ verified: 1, recheck: 0 });
});

test('a verdict that undo may bring back is included', async () => {
  const folder = await tempFolder();
  const { articleId } = await createOldArticle(folder);
  const first = testCore(folder);
  await first.call('review.undo', { articleId });
  await first.core.close();
  const { review } = await testCore(folder).call('review.open', { articleId });
  expect(review.claims).toEqual([]);
  expect(review.recutSentences).toHaveLength(1);
});

test('the stored sentence serves when the judged draft can’t be read, and the log has the reason', async () => {
  const folder = await tempFolder();
  const { articleId, draft } = await createOldArticle(folder, '1,300');
  const drafts = join(folder, 'articles', articleId, 'drafts');
  const { call, logs } = testCore(folder);
  const opened = await call('review.open', { articleId });
  expect(opened.draft.id).not.toBe(draft.id);
  expect(opened.review.recutSentences).toHaveLength(1);

  const row = opened.review.drafts.find(({ id }) => id === draft.id);
  for (const file of await readdir(drafts))
    if (row && file.startsWith(row.sha256)) await rm(join(drafts, file));
  await call('review.close', { articleId });
  const reopened = await call('review.open', { articleId });
  expect(reopened.problems).toEqual([]);
  expect(reopened.review.recutSentences).toEqual([]);
  expect(logs.join('\n')).toContain('a draft with judged sentences could not be read');
});
