import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { locateLibrary } from '../../../../../../main/core/storage/place/locate-library';
import { PlaceFile } from '../../../../../../main/core/storage/place/place-record';
import { tempFolder } from '../../../support/temp-folder';
import { createFilePlatform, createLibraryFiles } from './place-files';

/** A file system of its own with room for a few files; null where this user can't have one. */
async function mountSmallDisk(): Promise<string | null> {
  const folder = await tempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'stet-test', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}

function fillDisk(folder: string): void {
  const write = (bytes: number) =>
    writeFileSync(join(folder, `filler-${bytes}-${Math.random()}`), Buffer.alloc(bytes));
  for (const bytes of [16_384, 4_096, 1])
    try {
      for (;;) write(bytes);
    } catch {
      // No more of this size.
    }
}

test('on a full disk the record still names the folder in which the library goes on', async ({ skip }) => {
  const userData = await mountSmallDisk();
  if (userData === null) return skip('this user can’t mount a small disk');
  const to = join(await tempFolder(), 'library');
  await createLibraryFiles(to);
  const platform = createFilePlatform();
  const record = new PlaceFile(userData, platform);
  await record.change({ folder: join(userData, 'library') });
  fillDisk(userData);
  expect(() => writeFileSync(join(userData, 'new'), 'x')).toThrow('ENOSPC');
  await record.change({ folder: to });
  expect(await locateLibrary(userData, platform)).toEqual({ state: 'open', folder: to, isNew: false });
});
