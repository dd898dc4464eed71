import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locateLibrary } from '../../../../../main/core/storage/place/locate-library';
import { createRandom } from '../../../../bench/support/random';
import { bundle } from '../../support/bundle';
import { tempFolder } from '../../support/temp-folder';
import { createFilePlatform, createLibraryFiles, hashFolder } from '../storage/place/place-files';
import { startProcess } from './process-to-kill';
import { settleQuietly } from './settle-quietly';

const kills = Number(process.env.STET_MOVE_KILLS ?? 40);
/** How long a process copies, or lives after a copy, before it is killed, in milliseconds. One copy takes about as long. */
const maxLifeMs = 90;

const seed = Number(process.env.STET_SEED ?? Date.now() % 1_000_000);

test(`a whole library is known after each of ${kills} kills while it is copied elsewhere (STET_SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  const root = await tempFolder();
  const userData = join(root, 'user');
  const folders = [join(userData, 'library'), join(root, 'elsewhere')];
  await createLibraryFiles(folders[0] ?? '');
  const content = await hashFolder(folders[0] ?? '');
  const program = await bundle(join(import.meta.dirname, 'copier.ts'), root, { format: 'cjs' });
  const random = createRandom(seed);
  const platform = createFilePlatform();
  let copies = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const before = await locateLibrary(userData, platform);
    // Some copies end first, however slow the machine is.
    const after = random.below(3) === 0 ? 'firstWork' : 'start';
    const copier = startProcess([program], [userData, ...folders]);
    const lines = await copier.workAndDie(random.next() * maxLifeMs, after);
    expect(lines.filter((line) => line !== 'copied')).toEqual([]);
    copies += lines.length;

    const place = await locateLibrary(userData, platform);
    expect(place).toMatchObject({ state: 'open', isNew: false });
    if (lines.length > 0) expect(place.folder).not.toBe(before.folder);
    expect(await hashFolder(place.folder)).toEqual(content);
    expect(await hashFolder(before.folder)).toEqual(content);
    await settleQuietly(userData, place.folder, platform);
    const other = folders.find((folder) => folder !== place.folder) ?? '';
    // Nothing, or a whole library: never half of one.
    expect([{}, content]).toContainEqual(await hashFolder(other));
    await rm(other, { recursive: true, force: true });
  }
  expect(platform.logs).toEqual([]);
  expect(copies).toBeGreaterThan(0);
});
