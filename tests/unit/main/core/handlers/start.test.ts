import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** A library with an article, closed, and the list as its window saw it. */
async function closeLibrary() {
  const folder = await tempFolder();
  const { core, platform, createArticle, call } = testCore(folder);
  await createArticle(sampleProposal());
  const { articles } = await call('library.list', null);
  await core.close();
  return {
    folder,
    articles,
    libraryFolder: platform.libraryFolder,
    list: join(platform.libraryFolder, 'library.json'),
  };
}

test('the list on the disk is answered as it is, before anything is compared with the folders', async () => {
  const { folder, articles, libraryFolder } = await closeLibrary();
  await rm(join(libraryFolder, 'articles'), { recursive: true });
  const { call } = testCore(folder);
  expect(await call('library.stored', null)).toEqual(articles);
  expect((await call('library.list', null)).articles).toEqual([]);
});

test('asking for the list on the disk opens nothing: nothing of the library is written', async () => {
  const { folder, list } = await closeLibrary();
  const before = await readFile(list);
  const { call, core, platform } = testCore(folder);
  await rm(join(platform.libraryFolder, 'lock.json'), { force: true });
  await call('library.stored', null);
  await expect(readFile(join(platform.libraryFolder, 'lock.json'))).rejects.toThrow();
  await core.close();
  expect(await readFile(list)).toEqual(before);
});

test('a page that is loaded again gets the list as it is then', async () => {
  const { folder } = await closeLibrary();
  const { call, core, createArticle } = testCore(folder);
  expect(await call('library.stored', null)).toHaveLength(1);
  await createArticle(sampleProposal());
  await core.close();
  const { call: callNext } = testCore(folder);
  await callNext('library.stored', null);
  expect(await callNext('library.stored', null)).toHaveLength(2);
});

test.each([
  ['is missing', async (list: string) => rm(list)],
  [
    'is damaged',
    async (list: string) =>
      writeFile(list, (await readFile(list, 'utf8')).replace('"articles":', '"Articles":')),
  ],
  ['was cut off', async (list: string) => writeFile(list, (await readFile(list)).subarray(0, 200))],
])('there is nothing to show before the folders were read when the list %s', async (_how, spoil) => {
  const { folder, list, articles } = await closeLibrary();
  const before = await readFile(list, 'utf8');
  await spoil(list);
  expect(await readFile(list, 'utf8').catch(() => null)).not.toBe(before);
  const { call } = testCore(folder);
  expect(await call('library.stored', null)).toBeNull();
  expect((await call('library.list', null)).articles).toMatchObject([{ id: articles[0]?.id }]);
});
