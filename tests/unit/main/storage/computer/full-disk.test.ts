import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LocationFile, locateLibrary } from '#main/storage/computer/location-record.ts';
import { fillDisk, mountSmallDisk } from '#tests/unit/main/support/small-disk.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { createFilePlatform, createLibraryFiles } from './location-files.ts';

test('on a full disk the record still names the folder in which the library goes on', async ({ skip }) => {
  const userData = await mountSmallDisk('64k');
  if (userData === null) return skip('this user can’t mount a small disk');
  const to = join(await tempFolder(), 'library');
  await createLibraryFiles(to);
  const platform = createFilePlatform();
  const record = new LocationFile(userData, platform);
  await record.change({ folder: join(userData, 'library') });
  fillDisk(userData);
  expect(() => writeFileSync(join(userData, 'new'), 'x')).toThrow('ENOSPC');
  await record.change({ folder: to });
  expect(await locateLibrary(userData, platform)).toEqual({
    state: 'open',
    folder: to,
    isNew: false,
    isAccepted: true,
  });
});
