import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeChecksummed } from '../../../../../../main/core/storage/files/checksummed-text';
import { identifyThisProcess, isCertainlyDead } from '../../../../../../main/core/storage/lock/this-process';
import { flipBit } from '../../../support/open-vault';
import { tempFolder } from '../../../support/temp-folder';

/** No process has this number. */
const noProcess = 2 ** 22 + 1;

async function setUp() {
  const userDataFolder = await tempFolder();
  const logs: string[] = [];
  const log = { error: (message: string) => void logs.push(message) };
  return {
    ...{ logs, userDataFolder, path: join(userDataFolder, 'installation.json') },
    /** Identifies a process of a start of Stet. */
    start: (processNumber = noProcess) =>
      identifyThisProcess(processNumber, { userDataFolder, now: () => new Date(0), log }),
  };
}

test('the lock of a start that died is recognised by the next one, also when a bit of the id was flipped', async () => {
  const { start, path, logs } = await setUp();
  const died = await start();
  expect(isCertainlyDead(died, await start(noProcess + 1))).toBe(true);
  await flipBit(path);
  expect(isCertainlyDead(died, await start(noProcess + 1))).toBe(true);
  expect(logs).toEqual([]);
});

test.each([
  ['is damaged', async (path: string) => writeFile(path, 'no id')],
  [
    'can’t be read',
    async (path: string) => {
      await rm(path);
      await mkdir(path);
    },
  ],
])('when the id %s, it is kept aside, and the id of the next start stays', async (_, damage) => {
  const { start, path, userDataFolder } = await setUp();
  const died = await start();
  await damage(path);
  const next = await start(noProcess + 1);
  // The reviewer is asked once.
  expect(isCertainlyDead(died, next)).toBe(false);
  expect(isCertainlyDead(next, await start(noProcess + 2))).toBe(true);
  expect(await readdir(userDataFolder)).toContainEqual(
    expect.stringMatching(/^installation\.json\.damaged-/),
  );
});

test('the id of a newer version is left as it is, and each start is recognised all the same', async () => {
  const { start, path } = await setUp();
  const newer = encodeChecksummed('stet-installation', 2, { key: 'something else' });
  await writeFile(path, newer);
  expect(isCertainlyDead(await start(), await start(noProcess + 1))).toBe(true);
  expect(await readFile(path, 'utf8')).toBe(newer);
});
