import { existsSync } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { adoptFile } from '../../../../../main/core/storage/vault-adopt';
import { VaultWriter } from '../../../../../main/core/storage/vault-writer';
import { flipByte, namesIn, sumOf } from '../../support/attaching';
import { tempFolder } from '../../support/temp-folder';

/** A disk of its own on Linux: no file there can have a second name in the folder for temporary files. */
const otherDisk = '/dev/shm';

test.runIf(existsSync(otherDisk))('from another disk a file is copied, whole or not at all', async () => {
  const folder = await tempFolder();
  const elsewhere = await mkdtemp(join(otherDisk, 'stet-'));
  onTestFinished(() => rm(elsewhere, { recursive: true }));
  expect((await stat(elsewhere)).dev).not.toBe((await stat(folder)).dev);
  const content = Buffer.alloc(5_000_000, 'ledger ');
  const file = { sha256: sumOf(content), name: 'a.pdf', bytes: content.length, mime: 'application/pdf' };
  const from = join(elsewhere, file.sha256);
  const adopt = () => adoptFile(from, file, folder, () => VaultWriter.begin(folder));
  expect(await adopt()).toBe('missing');
  await writeFile(from, content);
  await flipByte(from);
  expect([await adopt(), await namesIn(folder)]).toEqual(['altered', []]);
  await flipByte(from);
  expect([await adopt(), await namesIn(folder)]).toEqual(['unchanged', [file.sha256]]);
  expect((await stat(join(folder, file.sha256))).size).toBe(content.length);
});
