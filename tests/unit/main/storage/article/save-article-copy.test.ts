import { readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openVault } from '#tests/unit/main/support/open-vault.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { createMarkChange, createTitleChange, newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

/** An open article with an attached file, and a folder for copies. */
async function setUp() {
  const parent = await tempFolder();
  const dialogs = { ...refusingDialogs, chooseFolder: async () => parent };
  const stet = await openVault({ dialogs });
  const { sha256 } = await stet.attach('ledger.txt', 'ledger');
  const { draft } = await stet.call('review.open', { articleId: stet.articleId });
  const { change } = createMarkChange(draft, 4, 8);
  const save = (waiting = [change]) =>
    stet.call('review.saveCopy', { taskId: newId(), articleId: stet.articleId, waiting });
  return { ...stet, parent, sha256, draft, change, save };
}

test('a copy of an open article is a library with its text, its files and the edits that wait', async () => {
  const { save, parent, articleId, sha256, draft, call } = await setUp();
  const copy = await save();
  expect(copy).toMatchObject({ lostFiles: 0, leftOut: 0 });
  expect(await readdir(parent)).toEqual(['Copy of The mill']);
  expect((await call('review.open', { articleId })).review.claims).toHaveLength(0);

  const other = testCore(copy?.folder ?? '');
  const { articles } = await other.call('library.list', null);
  expect(articles.map(({ id, title }) => [id, title])).toEqual([[articleId, 'The mill']]);
  const opened = await other.call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false, problems: [], draft: { text: draft.text } });
  expect(opened.review.claims).toHaveLength(1);
  const files = await other.call('vault.verify', { taskId: newId(), articleId });
  expect(files?.map(({ state }) => state)).toEqual(['unchanged']);
  expect(await readdir(join(copy?.folder ?? '', 'articles', articleId, 'vault'))).toContain(sha256);
  await other.call('review.undo', { articleId });
});

test('a second copy gets another name, and edits that do not fit are counted', async () => {
  const { save, parent, articleId, change } = await setUp();
  await save();
  const misfit = createTitleChange(articleId, 'Another title', 'The weir');
  expect(await save([change, misfit])).toMatchObject({
    folder: join(parent, 'Copy of The mill (2)'),
    leftOut: 1,
  });
});

test('an article whose folder is gone is written from memory, and what only its disk had is counted', async () => {
  const { save, library, articleId } = await setUp();
  await rename(join(library, 'articles', articleId), join(await tempFolder(), 'gone'));
  const copy = await save();
  expect(copy).toMatchObject({ lostFiles: 1, leftOut: 0 });
  const opened = await testCore(copy?.folder ?? '').call('review.open', { articleId });
  expect(opened).toMatchObject({ readOnly: false });
  expect(opened.review.claims).toHaveLength(1);
});

test('nothing is left behind where no copy can be written, or when it is cancelled', async () => {
  const { parent, save, call, callFailing, articleId } = await setUp();
  const cancelled = call('review.saveCopy', { taskId: 'cancelled', articleId, waiting: [] });
  await call('task.cancel', { taskId: 'cancelled' });
  expect(await cancelled).toBeNull();
  expect(await readdir(parent)).toEqual([]);
  await rm(parent, { recursive: true });
  await writeFile(parent, 'a file is in the place of the folder');
  await expect(save()).rejects.toThrow();
  const failure = await callFailing('review.saveCopy', { taskId: newId(), articleId, waiting: [] });
  expect([failure.code, failure.message]).toEqual([
    'notSaved',
    expect.stringContaining('No copy was saved.'),
  ]);
});

test('no copy is saved inside of the library', async () => {
  const { parent, save, library } = await setUp();
  await rm(parent, { recursive: true });
  await symlink(join(library, 'articles'), parent);
  await expect(save()).rejects.toThrow();
  expect(await readdir(join(library, 'articles'))).toHaveLength(1);
});
