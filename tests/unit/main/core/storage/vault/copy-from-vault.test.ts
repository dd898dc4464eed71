import { copyFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adoptFile, type Clone } from '../../../../../../main/core/storage/vault/copy-from-vault';
import { VaultWriter } from '../../../../../../main/core/storage/vault/vault-writer';
import { flipByte, namesIn, sumOf } from '../../../support/attaching';
import { tempFolder } from '../../../support/temp-folder';

/** What a disk that clones does; the one at hand may not be able to. */
const cloning: Clone = async (from, to) => {
  await copyFile(from, to);
  return true;
};

const disks: [string, Clone][] = [
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
  const file = { sha256: sumOf(content), name: 'a.pdf', bytes: content.length, mime: 'application/pdf' };
  const from = join(await tempFolder(), file.sha256);
  const told: number[] = [];
  const adopt = (signal = new AbortController().signal) =>
    adoptFile(
      from,
      file,
      { folder, begin: () => VaultWriter.begin(folder), clone },
      { signal, progress: (_what, done) => told.push(done) },
    );
  expect(await adopt()).toBe('missing');
  await writeFile(from, content);
  await flipByte(from);
  expect([await adopt(), await namesIn(folder)]).toEqual(['altered', []]);
  await writeFile(from, 'another size');
  expect([await adopt(), await namesIn(folder)]).toEqual(['altered', []]);
  await writeFile(from, content);
  const reason = new Error('cancelled');
  await expect(adopt(AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(await namesIn(folder)).toEqual([]);
  told.length = 0;
  expect([await adopt(), await namesIn(folder)]).toEqual(['unchanged', [file.sha256]]);
  expect([told[0], told.at(-1)]).toEqual([0, content.length]);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  // A copy that was altered is mended.
  await flipByte(join(folder, file.sha256));
  expect(await adopt()).toBe('unchanged');
  await rm(from);
  expect((await stat(join(folder, file.sha256))).nlink).toBe(1);
  expect(sumOf(await readFile(join(folder, file.sha256)))).toBe(file.sha256);
});
