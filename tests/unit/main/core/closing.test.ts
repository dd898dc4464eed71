import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { articleFolder, articlePaths, libraryPaths } from '#main/storage/disk/paths.ts';
import { sampleProposal } from '../support/sample.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { testCore } from '../support/test-core.ts';

/** The paths of everything in a folder. */
const listFiles = (folder: string) => readdir(folder, { recursive: true }).catch(() => []);

test('a call that comes after closing began opens no article, and does not lock the library again', async () => {
  const folder = await tempFolder();
  const stet = testCore(folder);
  const { articleId } = await stet.createArticle(sampleProposal('The mill'));
  await stet.call('review.open', { articleId });
  const closing = stet.core.close();
  const late = stet.callFailing('review.open', { articleId });
  await closing;
  expect((await late).code).toBe('refused');
  // An opened article would be repaired now.
  const { history, drafts } = articlePaths(articleFolder(folder, articleId));
  await rm(history);
  await rm(drafts, { recursive: true });
  const before = await listFiles(folder);
  for (const name of ['review.open', 'review.lastChanges', 'overview.article'] as const)
    expect((await stet.callFailing(name, { articleId })).code).toBe('refused');
  expect((await stet.callFailing('library.list', null)).code).toBe('refused');
  expect(await listFiles(folder)).toEqual(before);
  expect(stet.logs).toEqual([]);
});

test('a comparison with the library that closing overtakes ends quietly, and leaves the folders as they are', async () => {
  const folder = await tempFolder();
  const stet = testCore(folder);
  for (let number = 0; number < 8; number += 1) await stet.createArticle(sampleProposal(`Mill ${number}`));
  const proposalId = await stet.propose(sampleProposal('The mill'));
  const finding = stet.callFailing('import.findKnown', { proposalId });
  await stet.core.close();
  // As the folder of a spec is removed once its window is gone: not all at once.
  const { articles } = libraryPaths(folder);
  for (const id of await readdir(articles)) {
    await rm(articlePaths(join(articles, id)).history);
    await rm(articlePaths(join(articles, id)).drafts, { recursive: true });
  }
  const before = await listFiles(folder);
  expect((await finding).code).toBe('refused');
  expect(await listFiles(folder)).toEqual(before);
  expect(stet.logs).toEqual([]);
});

test('reading all articles for the overview or for an import repairs none of them', async () => {
  const folder = await tempFolder();
  const first = testCore(folder);
  const { articleId } = await first.createArticle(sampleProposal('The mill'));
  await first.core.close();
  const paths = articlePaths(articleFolder(folder, articleId));
  // A repair restores this from the history, and opening the article does.
  await writeFile(paths.snapshot, 'damaged');
  const stray = join(dirname(paths.history), 'history.conflict.jsonl');
  await mkdir(dirname(stray), { recursive: true });
  const stet = testCore(folder);
  await stet.call('library.list', null);
  const before = await listFiles(articleFolder(folder, articleId));
  expect((await stet.call('overview.library', { taskId: 't' }))?.unreadable).toEqual([]);
  await stet.call('import.findKnown', { proposalId: await stet.propose(sampleProposal('Another')) });
  expect(await listFiles(articleFolder(folder, articleId))).toEqual(before);
  expect(stet.logs).toEqual([]);
  await stet.call('review.open', { articleId });
  expect(await listFiles(articleFolder(folder, articleId))).not.toEqual(before);
});
