import { cp, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { RunningCore } from '#main/core/core.ts';
import { encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { createClient } from '#shared/contract/client.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import { createPlainPlatform, refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { ourWindow } from '#tests/unit/main/support/start-core.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';
import { hashFolder } from '../computer/location-files.ts';

/** Stet as it runs at one computer, restarted as often as a test wants. */
function createComputer(userDataFolder: string) {
  const {
    userDataFolder: _,
    copiesFolder: __,
    libraryFolder: ___,
    location: ____,
    ...platform
  } = createPlainPlatform(userDataFolder);
  /** The folder that is chosen in the system's dialog. */
  const chosen = { folder: '' };
  const logs: string[] = [];
  let reopening = Promise.resolve();
  const start = () =>
    new RunningCore({
      platform: {
        ...platform,
        dialogs: { ...refusingDialogs, chooseFolder: async () => chosen.folder },
        log: { error: (message) => void logs.push(message) },
        schedule: () => () => undefined,
        reopen(next) {
          reopening = running.reopen(next);
        },
      },
      isTrusted: () => true,
      getFolders: () => ({ userDataFolder, copiesFolder: join(userDataFolder, 'copies') }),
      reloadPage: async (onLeft) => onLeft(),
    });
  let running = start();
  const client = createClient({
    async call(name, input) {
      await running.get();
      return running.dispatch(ourWindow, name, input);
    },
    listen: () => () => undefined,
  });
  const call = async <N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = await client.call(name, input);
    await reopening;
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  onTestFinished(() => running.close());
  return {
    call,
    logs,
    chosen,
    close: () => running.close(),
    async restart() {
      await running.close();
      running = start();
    },
    /** Opens a folder as the reviewer does in the settings. */
    async open(folder: string) {
      chosen.folder = folder;
      await call('location.openOther', null);
      await call('library.list', null);
    },
    async readAccess() {
      await call('library.list', null);
      return (await call('library.access', null)).kind;
    },
  };
}

/** A library that an installation made which is not at this computer, with what a start cleans up. */
async function createLibraryOfAnother(root: string): Promise<string> {
  const library = join(root, 'shared', 'library');
  const { createArticle, core } = testCore(library, { userDataFolder: join(root, 'another') });
  await createArticle(sampleProposal('The mill'));
  await core.close();
  await writeFile(join(library, 'writing.0123456789ab.tmp'), 'half');
  return library;
}

async function setUp() {
  const root = await tempFolder();
  return { root, library: await createLibraryOfAnother(root), here: createComputer(join(root, 'here')) };
}

test('a library made elsewhere is read until the reviewer works in it, then cleaned up, and never asked about again', async () => {
  const { library, here } = await setUp();
  const before = await hashFolder(library);
  await here.open(library);
  expect(await here.readAccess()).toBe('stranger');
  await here.restart();
  expect(await here.readAccess()).toBe('stranger');
  await here.restart();
  expect(await hashFolder(library)).toEqual(before);

  await here.call('library.accept', null);
  expect(await here.readAccess()).toBe('writable');
  expect(await readdir(library)).not.toContain('writing.0123456789ab.tmp');
  await here.call('article.createSample', null);
  await here.restart();
  expect(await here.readAccess()).toBe('writable');
  expect(here.logs).toEqual([]);
});

test('another library in the place of one that the reviewer works in is read first', async () => {
  const { root, library, here } = await setUp();
  const location = join(root, 'stick');
  await cp(library, location, { recursive: true });
  await here.open(location);
  await here.call('library.accept', null);
  await here.close();
  await rename(location, join(root, 'in the drawer'));
  await cp(await createLibraryOfAnother(join(root, 'third')), location, { recursive: true });
  const before = await hashFolder(location);
  await here.restart();
  expect(await here.readAccess()).toBe('stranger');
  await here.close();
  expect(await hashFolder(location)).toEqual(before);
  await rename(location, join(root, 'back'));
  await rename(join(root, 'in the drawer'), location);
  await here.restart();
  expect(await here.readAccess()).toBe('writable');
});

test('working in a library that needs no consent changes nothing', async () => {
  const { here } = await setUp();
  expect(await here.readAccess()).toBe('writable');
  await here.call('library.accept', null);
  expect(await here.readAccess()).toBe('writable');
});

test('consent that can’t be stored leaves the library as it is, and says so', async () => {
  const { root, library, here } = await setUp();
  await here.open(library);
  const newer = encodeChecksummed('stet-known-libraries', 2, { by: 'a newer Stet' });
  await writeFile(join(root, 'here', 'known-libraries.json'), newer);
  await expect(here.call('library.accept', null)).rejects.toThrow(/^Not saved: /);
  expect(await here.readAccess()).toBe('stranger');
});

test('a library in which only the list is left opens, to be read', async () => {
  const { root, library, here } = await setUp();
  await rename(join(library, 'articles'), join(root, 'articles'));
  await here.open(library);
  expect(await here.readAccess()).toBe('stranger');
  await here.call('library.accept', null);
  expect(await here.readAccess()).toBe('writable');
});

test('libraries that were begun, moved, restored or left for another are opened again without a question', async () => {
  const { root, library, here } = await setUp();
  const begun = join(root, 'begun');
  await here.call('library.list', null);
  here.chosen.folder = begun;
  await here.call('location.startNew', { where: 'chosen' });
  await here.call('article.createSample', null);
  const moved = join(root, 'moved');
  here.chosen.folder = moved;
  await here.call('location.chooseTarget', null);
  await here.call('location.move', { taskId: newId() });
  await here.call('location.reopen', null);
  expect(await here.readAccess()).toBe('writable');

  await here.call('backup.setFolder', { choice: 'proposed' });
  await here.call('backup.run', { taskId: newId() });
  const [backup] = await here.call('backup.list', null);
  if (!backup) throw new Error('there is no backup');
  here.chosen.folder = join(root, 'here');
  const target = { libraryId: backup.libraryId, name: backup.name };
  const restored = await here.call('backup.restoreLibrary', { taskId: newId(), backup: target });
  // Put elsewhere by hand.
  await rename(restored?.folder ?? '', join(root, 'restored'));
  await here.open(library);
  for (const folder of [moved, join(root, 'restored')]) {
    await here.open(folder);
    expect([folder, await here.readAccess()]).toEqual([folder, 'writable']);
    await here.restart();
    expect([folder, await here.readAccess()]).toEqual([folder, 'writable']);
  }
  await here.open(library);
  expect(await here.readAccess()).toBe('stranger');
});
