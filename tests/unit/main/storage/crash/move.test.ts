import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locateLibrary } from '#main/storage/computer/location-record.ts';
import { createRandom } from '#tests/bench/support/random.ts';
import { choose, seed } from '#tests/unit/effort.ts';
import { bundle } from '#tests/unit/main/support/bundle.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { createFilePlatform, createLibraryFiles, hashFolder } from '../computer/location-files.ts';
import { hasOtherDisk, otherDiskFolder } from '../computer/other-disk.ts';
import { startProcess } from './process-to-kill.ts';
import { settleQuietly } from './settle-quietly.ts';

const kills = choose(10, 40);
/** How long a process moves at most before it is killed, in milliseconds. One move takes about as long. */
const maxLifeMs = 60;

test.runIf(hasOtherDisk)(
  `exactly one whole library is known after each of ${kills} kills while it is moved (STET_SEED=${seed})`,
  { timeout: 600_000 },
  async () => {
    const root = await tempFolder();
    const userData = join(root, 'user');
    const folders = [
      join(userData, 'library'),
      join(await otherDiskFolder(), 'away'),
      join(root, 'near'),
      join(await otherDiskFolder(), 'far'),
    ];
    await createLibraryFiles(folders[0] ?? '');
    const content = await hashFolder(folders[0] ?? '');
    const program = await bundle(join(import.meta.dirname, 'mover.ts'), root, { format: 'cjs' });
    const random = createRandom(seed);
    const platform = createFilePlatform();
    let moves = 0;
    for (let kill = 0; kill < kills; kill += 1) {
      const after = random.below(3) === 0 ? 'firstWork' : 'start';
      const mover = startProcess([program], [userData, ...folders]);
      const lines = await mover.workAndDie(random.next() * maxLifeMs, after);
      expect(lines.filter((line) => line !== 'moved')).toEqual([]);
      moves += lines.length;

      const place = await locateLibrary(userData, platform);
      expect(place).toMatchObject({ state: 'open', isNew: false });
      const { 'move.json': _, ...stored } = await hashFolder(place.folder);
      expect(stored).toEqual(content);
      await settleQuietly(userData, place.folder, platform);
      for (const folder of folders)
        expect(await hashFolder(folder)).toEqual(folder === place.folder ? content : {});
    }
    expect(platform.logs).toEqual([]);
    expect(moves).toBeGreaterThan(0);
  },
);
