import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import type { Judgement } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { createMarkChange, sampleProposal, sampleText } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

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

test('the library counts no re-check for it, even where other rules counted one', async () => {
  const folder = await tempFolder();
  const { articleId } = await createOldArticle(folder);
  await rm(join(folder, 'articles', articleId, 'summary.json'));
  const path = join(folder, 'library.json');
  const { format, version, sha256: _, ...list } = JSON.parse(await readFile(path, 'utf8'));
  list.articles[0].entry.progress = { verified: 0, disputed: 0, unverifiable: 0, recheck: 1, unchecked: 0 };
  await writeFile(path, encodeChecksummed(format, version, { ...list, countingRules: 0 }));
  const [entry] = (await testCore(folder).call('library.list', null)).articles;
  expect(entry?.progress).toMatchObject({ verified: 1, recheck: 0 });
});

test('a verdict that redo brings back comes with its sentence, cut again', async () => {
  const folder = await tempFolder();
  const { articleId, claimId } = await createOldArticle(folder);
  const first = testCore(folder);
  await first.call('review.undo', { articleId });
  await first.core.close();
  const { call } = testCore(folder);
  expect((await call('review.open', { articleId })).review).toMatchObject({ claims: [], recutSentences: [] });
  const { recutSentences } = await call('review.redo', { articleId });
  expect(recutSentences).toEqual([expect.objectContaining({ claimId, recut: todaysSentence })]);
  expect((await call('review.open', { articleId })).review.recutSentences).toEqual(recutSentences);
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
  const damaged = `${row?.sha256}.json`;
  await writeFile(join(drafts, damaged), 'damaged');
  const fileNames = await readdir(drafts);
  await call('review.close', { articleId });
  const reopened = await call('review.open', { articleId });
  expect(reopened.problems).toEqual([]);
  expect(reopened.review.recutSentences).toEqual([]);
  // Only showing the draft renames the damaged file, and says so.
  expect(await readdir(drafts)).toEqual(fileNames);
  expect(logs.join('\n')).toContain(`the draft ${draft.id}, in which verdicts were set, could not be read`);
});

test('a verdict in a draft whose import was undone comes back with its sentence, cut again', async () => {
  const folder = await tempFolder();
  const first = testCore(folder);
  const { articleId } = await first.createArticle(sampleProposal());
  await first.addDraft(articleId, { ...sampleProposal(), claims: [], sources: [] });
  const { draft } = await first.call('review.open', { articleId });
  await first.call('review.apply', { articleId, change: createOldMarkChange(draft).change });
  await first.call('review.undo', { articleId });
  await first.call('review.undo', { articleId });
  await first.core.close();
  const { call } = testCore(folder);
  expect((await call('review.open', { articleId })).draft.number).toBe(1);
  expect((await call('review.redo', { articleId })).recutSentences).toEqual([]);
  const { recutSentences } = await call('review.redo', { articleId });
  expect(recutSentences.map(({ draftId }) => draftId)).toEqual([draft.id]);
});
