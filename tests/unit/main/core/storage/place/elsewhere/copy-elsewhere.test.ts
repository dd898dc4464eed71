import { rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyElsewhere } from '../../../../../../../main/core/storage/place/elsewhere/copy-elsewhere';
import { PlaceFile } from '../../../../../../../main/core/storage/place/place-record';
import { tempFolder } from '../../../../support/temp-folder';
import { createFilePlatform, createLibraryFiles, hashFolder } from '../place-files';

/** A library to copy. `duringCopy` runs once, when the first bytes were copied. */
async function setUp() {
  const root = await tempFolder();
  const userDataFolder = join(root, 'user');
  const from = join(userDataFolder, 'library');
  const to = join(root, 'other');
  await createLibraryFiles(from);
  const platform = createFilePlatform();
  const controller = new AbortController();
  let act = () => {};
  return {
    ...{ from, to, platform, controller },
    duringCopy: (next: () => void) => {
      act = next;
    },
    copy: () =>
      copyElsewhere(
        {
          ...{ from, to, userDataFolder, open: new Map(), articleIds: ['one', 'two'] },
          confirmLoss: async () => true,
        },
        {
          signal: controller.signal,
          reportProgress() {
            act();
            act = () => {};
          },
        },
        platform,
      ),
    record: () => new PlaceFile(userDataFolder, platform).read(),
  };
}

test('the copy has the same files, is noted, and leaves the library where it was', async () => {
  const { from, to, copy, record, platform } = await setUp();
  await writeFile(join(from, 'articles', 'writing.0123456789ab.tmp'), 'half');
  const { 'articles/writing.0123456789ab.tmp': _, ...content } = await hashFolder(from);
  expect(await copy()).toEqual({ lostArticleIds: [], lostFiles: 0, isNoted: true });
  expect(await hashFolder(to)).toEqual(content);
  expect(await hashFolder(from)).toMatchObject(content);
  expect(await record()).toEqual({ folder: to, isNew: false, isAccepted: true, moving: null, leaving: null });
  expect(platform.logs).toEqual([]);
});

test('what can’t be read is left out, and counted unless it can be made again', async () => {
  const { from, to, copy, duringCopy } = await setUp();
  const article = join(from, 'articles', 'one');
  for (const name of ['review.json', 'vault/gone']) await writeFile(join(article, name), '{}');
  duringCopy(() => {
    for (const name of ['one/review.json', 'one/vault/gone', 'two/history.jsonl', 'two/drafts/ab.json'])
      rmSync(join(from, 'articles', name), { force: true });
  });
  expect(await copy()).toEqual({ lostArticleIds: ['two'], lostFiles: 1, isNoted: true });
  expect(Object.keys(await hashFolder(to))).toEqual([
    'articles/one/history.jsonl',
    'articles/one/vault/f00',
    'library.json',
  ]);
});

test('a copy that is cancelled leaves nothing in the other folder', async () => {
  const { from, to, copy, duringCopy, controller, record } = await setUp();
  const content = await hashFolder(from);
  duringCopy(() => controller.abort());
  await expect(copy()).rejects.toThrow('aborted');
  expect(await readdir(to)).toEqual([]);
  expect(await hashFolder(from)).toEqual(content);
  expect(await record()).toMatchObject({ folder: from, moving: null });
});

test('a folder that can’t be written to is reported in plain words', async () => {
  const { to, copy } = await setUp();
  await writeFile(to, 'a file');
  await expect(copy()).rejects.toThrow(
    /^The library was not copied: in the other folder, .*\. Your edits are kept in this window\. .*, or choose another folder\.$/,
  );
});

test('a library of which nothing can be read is not copied', async () => {
  const { from, to, copy, duringCopy } = await setUp();
  rmSync(join(from, 'articles'), { recursive: true });
  duringCopy(() => rmSync(from, { recursive: true }));
  await expect(copy()).rejects.toThrow(
    /^The library was not copied: nothing in it can be read\. Your edits are kept/,
  );
  expect(await readdir(to)).toEqual([]);
});
