import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flipBit, listFileNames } from '#tests/unit/main/support/open-vault.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { openBackups } from './open-backups.ts';

type Opened = Awaited<ReturnType<typeof openBackups>>;

/** The name of the newest backup, as the window sends it. */
async function getNewest({ call }: Opened) {
  const [newest] = await call('backup.list', null);
  if (!newest) throw new Error('there is no backup');
  return { libraryId: newest.libraryId, name: newest.name };
}

async function deleteForGood({ call }: Opened, articleId: string): Promise<void> {
  await call('library.bin', { articleId });
  await call('library.delete', { articleId });
}

/** The content of every file of an article but its caches and the mark of the vault, by path. */
async function readArticleFiles(library: string, articleId: string): Promise<Record<string, string>> {
  const folder = join(library, 'articles', articleId);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/^(?:review\.json|summary\.json|unswept)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
  const contents = paths.map(async (path) => [path.slice(folder.length), await readFile(path, 'base64')]);
  return Object.fromEntries(await Promise.all(contents));
}

test('an article that was deleted for good comes back byte for byte, with its files', async () => {
  const stet = await openBackups();
  await stet.attachFile('ledger.txt', 'ledger');
  await stet.rename('The old mill');
  await stet.call('review.close', { articleId: stet.articleId });
  const before = await readArticleFiles(stet.library, stet.articleId);
  await stet.run();
  await deleteForGood(stet, stet.articleId);
  const backup = await getNewest(stet);
  expect(await stet.call('backup.articles', backup)).toEqual([
    {
      articleId: stet.articleId,
      title: 'The old mill',
      editedAt: expect.any(String),
      isInLibrary: false,
      wholeAt: null,
    },
  ]);
  const restored = await stet.call('backup.restoreArticle', {
    taskId: newId(),
    backup,
    articleId: stet.articleId,
  });
  expect(restored).toEqual({ articleId: stet.articleId, title: 'The old mill', lostFiles: 0 });
  expect(await readArticleFiles(stet.library, stet.articleId)).toEqual(before);
  const { articles } = await stet.call('library.list', null);
  expect(articles.map(({ title, binnedAt }) => [title, binnedAt])).toEqual([['The old mill', null]]);
  const opened = await stet.call('review.open', { articleId: stet.articleId });
  expect(opened).toMatchObject({ problems: [], readOnly: false, canUndo: true });
});

test('an article that the library still has comes back beside its present state, with its lines unchanged', async () => {
  const stet = await openBackups();
  await stet.attachFile('ledger.txt', 'ledger');
  await stet.run();
  const before = await readArticleFiles(stet.library, stet.articleId);
  await stet.rename('After the backup');
  const backup = await getNewest(stet);
  const input = { taskId: newId(), backup, articleId: stet.articleId };
  const restored = await stet.call('backup.restoreArticle', input);
  const copyId = restored?.articleId ?? '';
  expect(copyId).not.toBe(stet.articleId);
  const { '/copy.json': origin = '', ...files } = await readArticleFiles(stet.library, copyId);
  expect(files).toEqual(before);
  expect(Buffer.from(origin, 'base64').toString()).toMatch(`"articleId":"${stet.articleId}","seq":3,`);
  const { articles } = await stet.call('library.list', null);
  expect(articles.map(({ title }) => title).sort()).toEqual(['After the backup', 'The mill']);
  expect(await stet.call('review.open', { articleId: copyId })).toMatchObject({
    problems: [],
    readOnly: false,
  });
  const check = await stet.call('check.run', { taskId: newId() });
  expect(check?.findings).toEqual([]);
});

test('of an article that was damaged when it was backed up, the last whole version is restored', async () => {
  const stet = await openBackups();
  await stet.run();
  const [{ takenAt } = { takenAt: '' }] = await stet.call('backup.list', null);
  await stet.core.close();
  const history = join(stet.library, 'articles', stet.articleId, 'history.jsonl');
  await flipBit(history);
  const later = testCore(stet.library, { ...stet.platform });
  await later.call('library.list', null);
  await later.call('backup.run', { taskId: newId() });
  const [newest] = await later.call('backup.list', null);
  expect(newest?.takenAt).not.toBe(takenAt);
  const backup = { libraryId: newest?.libraryId ?? '', name: newest?.name ?? '' };
  expect((await later.call('backup.articles', backup))[0]?.wholeAt).toBe(takenAt);
  await later.call('library.bin', { articleId: stet.articleId });
  await later.call('library.delete', { articleId: stet.articleId });
  await later.call('backup.restoreArticle', { taskId: newId(), backup, articleId: stet.articleId });
  expect(await later.call('review.open', { articleId: stet.articleId })).toMatchObject({ readOnly: false });
});

test('an article whose history the backup lost is not restored, and nothing is left behind', async () => {
  const stet = await openBackups();
  await stet.run();
  await deleteForGood(stet, stet.articleId);
  const backup = await getNewest(stet);
  const { pool } = await stet.openSet();
  for (const name of await listFileNames(pool)) await flipBit(join(pool, name));
  const input = { taskId: newId(), backup, articleId: stet.articleId };
  expect(await stet.callFailing('backup.restoreArticle', input)).toMatchObject({ code: 'damaged' });
  expect(await listFileNames(join(stet.library, 'articles'))).toEqual([]);
});

test('an attached file that the backup lost does not keep its article from coming back', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  await stet.run();
  await deleteForGood(stet, stet.articleId);
  await flipBit(join((await stet.openSet()).pool, sha256));
  const backup = await getNewest(stet);
  const input = { taskId: newId(), backup, articleId: stet.articleId };
  expect(await stet.call('backup.restoreArticle', input)).toMatchObject({ lostFiles: 1 });
});

test('the whole library is restored beside the present one, with its bin', async () => {
  const stet = await openBackups();
  await stet.attachFile('ledger.txt', 'ledger');
  const { articleId: binned } = await stet.createArticle(sampleProposal('Binned'));
  await stet.call('library.bin', { articleId: binned });
  await stet.call('library.list', null);
  await stet.run();
  await stet.rename('After the backup');
  const parent = await tempFolder();
  stet.chosen.folder = parent;
  const backup = await getNewest(stet);
  const restored = await stet.call('backup.restoreLibrary', { taskId: newId(), backup });
  expect(restored).toMatchObject({ lostArticles: [], lostFiles: 0 });
  expect(restored?.folder).toMatch(/Stet library of 2026-01-01 00\.00$/);
  expect(await listFileNames(parent)).toHaveLength(1);
  const other = testCore(restored?.folder ?? '', {});
  const { articles, problems } = await other.call('library.list', null);
  expect(problems).toEqual([]);
  expect(articles.map(({ title, binnedAt }) => [title, binnedAt !== null]).sort()).toEqual([
    ['Binned', true],
    ['The mill', false],
  ]);
  const files = await other.call('vault.verify', { taskId: newId(), articleId: stet.articleId });
  expect(files?.map(({ state }) => state)).toEqual(['unchanged']);
  expect((await stet.call('review.open', { articleId: stet.articleId })).review.article[0]?.title).toBe(
    'After the backup',
  );
});

test('a library that is restored twice gets two folders, and a cancelled one leaves nothing', async () => {
  const stet = await openBackups();
  await stet.run();
  const parent = await tempFolder();
  stet.chosen.folder = parent;
  const backup = await getNewest(stet);
  await stet.call('backup.restoreLibrary', { taskId: newId(), backup });
  await stet.call('backup.restoreLibrary', { taskId: newId(), backup });
  const running = stet.call('backup.restoreLibrary', { taskId: 'cancelled', backup });
  await stet.call('task.cancel', { taskId: 'cancelled' });
  expect(await running).toBeNull();
  expect(await listFileNames(parent)).toEqual([
    'Stet library of 2026-01-01 00.00',
    'Stet library of 2026-01-01 00.00 (2)',
  ]);
});

test('another library in the same backup folder does not touch these backups, and can restore them', async () => {
  const stet = await openBackups();
  await stet.run();
  const other = testCore(join(await tempFolder(), 'library'), {
    documentsFolder: stet.platform.documentsFolder,
  });
  await other.createArticle(sampleProposal('Elsewhere'));
  await other.call('backup.setFolder', { choice: 'proposed' });
  await other.call('backup.run', { taskId: newId() });
  const listed = await other.call('backup.list', null);
  expect(listed.map(({ isOwn }) => isOwn)).toEqual([true, false]);
  const { libraryId = '', name = '' } = listed[1] ?? {};
  const input = { taskId: newId(), backup: { libraryId, name }, articleId: stet.articleId };
  expect(await other.call('backup.restoreArticle', input)).toMatchObject({ title: 'The mill' });
});

test('deleting for good names the backups that hold the article, and removes it and only its contents there', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  const { articleId: other } = await stet.createArticle(sampleProposal('Another'));
  await stet.run();
  await stet.rename('The old mill');
  await stet.run();
  await deleteForGood(stet, stet.articleId);
  await stet.run();
  const { pool, manifests } = await stet.openSet();
  const articleIds = [stet.articleId];
  const { takenAt: held } = await stet.call('backup.holding', { articleIds });
  expect(held).toHaveLength(2);
  expect(held).toEqual([...held].sort((a, b) => b.localeCompare(a)));
  expect(await listFileNames(pool)).toContain(sha256);
  expect(await stet.call('backup.forget', { articleIds })).toEqual({ backups: 2 });
  expect(await stet.call('backup.holding', { articleIds })).toEqual({ takenAt: [] });
  expect(await listFileNames(pool)).not.toContain(sha256);
  for (const name of await listFileNames(manifests))
    expect(await readFile(join(manifests, name), 'utf8')).not.toMatch(/mill|ledger/);
  const backup = await getNewest(stet);
  expect((await stet.call('backup.articles', backup)).map(({ articleId }) => articleId)).toEqual([other]);
});

test('no content is removed while a backup can’t be read, because it may need it', async () => {
  const stet = await openBackups();
  const { sha256 } = await stet.attachFile('ledger.txt', 'ledger');
  await stet.run();
  const { pool, manifests } = await stet.openSet();
  const [first = ''] = await listFileNames(manifests);
  await stet.rename('The old mill');
  await stet.run();
  await writeFile(join(manifests, first), 'not a manifest');
  await stet.call('backup.forget', { articleIds: [stet.articleId] });
  expect(await listFileNames(pool)).toContain(sha256);
});

test('backups beyond those to keep are removed with the contents that only they had', async () => {
  const stet = await openBackups();
  for (let time = 0; time < 25; time += 1) {
    await stet.rename(`Title ${time}`);
    await stet.run();
  }
  const { pool, manifests } = await stet.openSet();
  // All of one day: the last ten, of which the last is that of the day and the week.
  expect(await listFileNames(manifests)).toHaveLength(10);
  // Ten ends of the history, and the draft.
  expect(await listFileNames(pool)).toHaveLength(11);
});
