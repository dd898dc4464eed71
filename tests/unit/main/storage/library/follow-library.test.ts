import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTitleChange, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { startCore } from '#tests/unit/main/support/start-core.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** The titles that a core lists. */
const listTitles = async ({ call }: Pick<ReturnType<typeof testCore>, 'call'>) =>
  (await call('library.list', null)).articles.map(({ title }) => title);

test('a Stet whose library was taken over shows the titles of the one that has it now, in its list and its article', async () => {
  const folder = join(await tempFolder(), 'library');
  const first = testCore(folder);
  const { articleId } = await first.createArticle(sampleProposal('The mill'));
  await first.call('review.open', { articleId });
  expect(await listTitles(first)).toEqual(['The mill']);

  // The process of the first certainly died, as far as the second can see.
  const second = testCore(folder);
  await second.call('review.apply', {
    articleId,
    change: createTitleChange(articleId, 'The mill', 'The old mill'),
  });
  first.events.length = 0;
  // The next heartbeat finds out, and the look after it follows.
  await expect
    .poll(() => {
      first.runScheduled();
      return first.events.map(({ type }) => type);
    })
    .toEqual(expect.arrayContaining(['accessChanged', 'reviewChanged', 'libraryChanged']));
  expect((await first.call('review.open', { articleId })).review.article[0]?.title).toBe('The old mill');
  expect(await listTitles(first)).toEqual(['The old mill']);
});

test('a Stet that may only read lists what the other one renames, adds, bins and deletes', async () => {
  const folder = join(await tempFolder(), 'library');
  const writer = testCore(folder, { processNumber: process.pid });
  const { articleId } = await writer.createArticle(sampleProposal('The mill'));
  const reader = testCore(folder, { userDataFolder: await tempFolder() });
  expect(await listTitles(reader)).toEqual(['The mill']);
  await writer.call('review.apply', {
    articleId,
    change: createTitleChange(articleId, 'The mill', 'The old mill'),
  });
  expect(await listTitles(reader)).toEqual(['The old mill']);
  const another = await writer.createArticle(sampleProposal('The ferry'));
  expect((await listTitles(reader)).sort()).toEqual(['The ferry', 'The old mill']);
  await writer.call('library.bin', { articleId });
  const { articles } = await reader.call('library.list', null);
  expect(articles.find(({ id }) => id === articleId)?.binnedAt).not.toBeNull();
  await writer.call('library.delete', { articleId });
  expect(await listTitles(reader)).toEqual(['The ferry']);
  // An article that can't be read keeps its row.
  await rm(join(folder, 'articles', another.articleId, 'history.jsonl'));
  expect(await listTitles(reader)).toEqual(['The ferry']);
});

test('a list that nobody changed is read again without an event', async () => {
  const folder = join(await tempFolder(), 'library');
  const writer = testCore(folder, { processNumber: process.pid });
  await writer.createArticle(sampleProposal('The mill'));
  const reader = startCore(folder, { userDataFolder: await tempFolder() });
  await listTitles(reader);
  reader.runScheduled();
  await reader.call('library.access', null);
  await reader.core.close();
  expect(reader.events).toEqual([]);
});
