import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runFsck } from '#main/storage/check/fsck.ts';
import { flipBit } from '#tests/unit/main/support/open-vault.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { openChecked, readAllFiles } from './open-checked.ts';

/** A library that no Stet has open, and a way to check it. */
async function openClosed() {
  const stet = await openChecked();
  await stet.core.close();
  return {
    ...stet,
    async fsck(...args: string[]) {
      const lines: string[] = [];
      const code = await runFsck([stet.library, ...args], (...printed) => lines.push(...printed));
      return { code, text: lines.join('\n') };
    },
  };
}

test('a whole library ends with 0, and says what was verified', async () => {
  const { fsck, backupFolder } = await openClosed();
  const { code, text } = await fsck('--backups', backupFolder);
  expect(code).toBe(0);
  expect(text).toMatch(/^Verified: 2 articles, 4 changes, 2 drafts and 1 attached file \(6 bytes\)\.$/m);
  expect(text).toMatch(/^Verified: 1 backup, which holds 5 contents \(.*\)\.$/m);
  expect(text).toMatch(/^The library is whole\.$/m);
});

test('damage ends with 1 and is named, and nothing is written without being asked', async () => {
  const { fsck, paths, sha256, vault, library, backupFolder, articleId } = await openClosed();
  await flipBit(paths.snapshot);
  await flipBit(join(vault, sha256));
  const before = await readAllFiles(library);
  const { code, text } = await fsck('--backups', backupFolder);
  expect(code).toBe(1);
  expect(text).toContain(`Damaged: articles/${articleId}/review.json (“The mill”)`);
  expect(text).toContain('2 things are damaged. 2 repairs can be made.');
  expect(await readAllFiles(library)).toEqual(before);

  const repaired = await fsck('--backups', backupFolder, '--repair');
  expect(repaired.text).toContain(`Repaired: articles/${articleId}/vault/${sha256}`);
  expect(repaired.text).toMatch(/The library is whole\.$/);
  expect(repaired.code).toBe(0);
});

test('a list is made again by a repair', async () => {
  const { fsck, library } = await openClosed();
  await flipBit(join(library, 'library.json'));
  expect((await fsck()).code).toBe(1);
  expect((await fsck('--repair')).code).toBe(0);
  expect((await fsck()).code).toBe(0);
});

test('what can’t be checked ends with 2', async () => {
  const { fsck, library, backupFolder } = await openClosed();
  expect((await fsck('--unknown')).code).toBe(2);
  expect((await fsck('second folder')).text).toMatch(/^Checks a library and changes nothing/);
  expect((await fsck('--backups', await tempFolder())).text).toMatch(/has no backups of this library\.$/);
  await rm(library, { recursive: true });
  const { code, text } = await fsck('--backups', backupFolder);
  expect([code, text]).toEqual([2, `${library} is not a library: it has no folder “articles”.`]);
});

test('nothing is repaired while Stet has the library open', async () => {
  const { library, paths } = await openChecked();
  await flipBit(paths.snapshot);
  const before = await readAllFiles(library);
  const lines: string[] = [];
  expect(await runFsck([library, '--repair'], (line) => lines.push(line))).toBe(2);
  expect(lines.join()).toMatch(/^The library can’t be checked: /);
  expect(await readAllFiles(library)).toEqual(before);
  expect(await runFsck([library], () => undefined)).toBe(1);
});
