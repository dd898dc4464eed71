import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createMarkChange, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { fillDisk, mountSmallDisk } from '#tests/unit/main/support/small-disk.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

test('a full disk is called full, at each edit and at the next start, and never locked by another', async ({
  skip,
}) => {
  const disk = await mountSmallDisk('512k');
  if (disk === null) return skip('this user can’t mount a small disk');
  const userDataFolder = await tempFolder();
  const library = join(disk, 'library');
  const stet = testCore(library, { userDataFolder });
  const { articleId } = await stet.createArticle(sampleProposal());
  const { draft } = await stet.call('review.open', { articleId });
  const makeRoom = fillDisk(disk);

  let refused = 0;
  for (let edit = 0; edit < 40; edit += 1) {
    stet.runScheduled();
    const { change } = createMarkChange(draft, edit, edit + 5);
    const failure = await stet.call('review.apply', { articleId, change }).then(() => null, String);
    if (failure !== null) expect(failure).toContain('the disk is full');
    refused += failure === null ? 0 : 1;
  }
  // The last block of the history has room for a few.
  expect(refused).toBeGreaterThan(20);
  await stet.core.close();

  fillDisk(disk);
  const second = testCore(library, { userDataFolder });
  await second.call('library.list', null);
  expect(await second.call('library.access', null)).toEqual({
    kind: 'unwritable',
    why: expect.stringContaining('the disk is full'),
  });
  await second.core.close();
  expect(await readdir(library)).not.toContain('lock.json');

  makeRoom();
  const third = testCore(library, { userDataFolder });
  await third.call('review.open', { articleId });
  await third.call('review.apply', { articleId, change: createMarkChange(draft).change });
});
