import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteUnfinishedRestore } from '#main/storage/backup/restore-library.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const note = (userDataFolder: string, folder: string) =>
  noteUnfinishedRestore({ userDataFolder, now: () => new Date(), log: { error: () => undefined } }, folder);

async function leaveUnfinished() {
  const root = await tempFolder();
  const disk = join(root, 'disk');
  const unfinished = join(disk, '.restoring-1');
  await mkdir(join(unfinished, 'articles'), { recursive: true });
  await writeFile(join(disk, 'letter.txt'), 'of the reviewer');
  const folder = join(root, 'library');
  const userData = join(folder, 'user-data');
  await mkdir(userData, { recursive: true });
  await note(userData, unfinished);
  const start = async () => {
    const stet = testCore(folder);
    await stet.call('library.list', null);
    await stet.core.close();
  };
  return { disk, userData, start };
}

test('what a killed process left of restoring a library is removed at the next start, and nothing else', async () => {
  const { disk, userData, start } = await leaveUnfinished();
  await start();
  expect(await readdir(disk)).toEqual(['letter.txt']);
  expect(await readdir(userData)).not.toContain('restoring.json');
});

test('when its disk is not connected, a later start removes it', async () => {
  const { disk, start } = await leaveUnfinished();
  await rename(disk, `${disk}-away`);
  await start();
  await rename(`${disk}-away`, disk);
  expect(await readdir(disk)).toContain('.restoring-1');
  await start();
  expect(await readdir(disk)).toEqual(['letter.txt']);
});

test('what another restore left meanwhile is not forgotten', async () => {
  const { disk, userData, start } = await leaveUnfinished();
  const second = join(disk, '..', 'other-disk', '.restoring-2');
  await mkdir(second, { recursive: true });
  await note(userData, second);
  await rename(disk, `${disk}-away`);
  await start();
  expect(await readdir(join(second, '..'))).toEqual([]);
  await rename(`${disk}-away`, disk);
  await start();
  expect(await readdir(disk)).toEqual(['letter.txt']);
  expect(await readdir(userData)).not.toContain('restoring.json');
});

test('a folder that was not made for restoring is never removed', async () => {
  const { disk, userData, start } = await leaveUnfinished();
  await note(userData, disk);
  await start();
  expect((await readdir(disk)).sort()).toEqual(['.restoring-1', 'letter.txt']);
});
