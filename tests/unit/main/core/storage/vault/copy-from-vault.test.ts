import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alwaysWritable } from '../../../../../../main/core/storage/lock/write-access';
import { type CloneFile, copyFromVault } from '../../../../../../main/core/storage/vault/copy-from-vault';
import { VaultWriter } from '../../../../../../main/core/storage/vault/vault-writer';
import { computeSha256, flipBit, listFileNames } from '../../../support/open-vault';
import { tempFolder } from '../../../support/temp-folder';

/** Imitates a disk that can clone, because the one in use may not. */
const cloning: CloneFile = async (from, to) => {
  await copyFile(from, to);
  return true;
};

const disks: [string, CloneFile][] = [
  ['clones', cloning],
  ['can’t clone', async () => false],
  [
    'gives up cloning half-way',
    async (_from, to) => {
      await writeFile(to, 'half');
      return false;
    },
  ],
];

test.each(disks)('on a disk that %s a file is copied whole or not at all', async (_name, clone) => {
  const folder = await tempFolder();
  const content = Buffer.alloc(5_000_000, 'ledger ');
  const file = {
    sha256: computeSha256(content),
    name: 'a.pdf',
    bytes: content.length,
    mime: 'application/pdf',
  };
  const from = join(await tempFolder(), file.sha256);
  const progress: number[] = [];
  const adopt = (signal = new AbortController().signal) =>
    copyFromVault(
      from,
      file,
      { folder, begin: () => VaultWriter.begin(folder, alwaysWritable), access: alwaysWritable, clone },
      { signal, reportProgress: (_what, done) => progress.push(done) },
    );
  expect(await adopt()).toBe('missing');
  await writeFile(from, content);
  await flipBit(from);
  expect([await adopt(), await listFileNames(folder)]).toEqual(['altered', []]);
  await writeFile(from, 'another size');
  expect([await adopt(), await listFileNames(folder)]).toEqual(['altered', []]);
  await writeFile(from, content);
  const reason = new Error('cancelled');
  await expect(adopt(AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(await listFileNames(folder)).toEqual([]);
  progress.length = 0;
  expect([await adopt(), await listFileNames(folder)]).toEqual(['unchanged', [file.sha256]]);
  expect([progress[0], progress.at(-1)]).toEqual([0, content.length]);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  // An altered copy is repaired.
  await flipBit(join(folder, file.sha256));
  expect(await adopt()).toBe('unchanged');
  await rm(from);
  expect((await stat(join(folder, file.sha256))).nlink).toBe(1);
  expect(computeSha256(await readFile(join(folder, file.sha256)))).toBe(file.sha256);
});
