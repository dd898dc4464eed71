import { cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { LibraryLocation, NextLibrary } from '#main/base/system.ts';
import { createLibraryFiles } from '#tests/unit/main/storage/computer/location-files.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

interface Given {
  location?: (folder: string) => LibraryLocation;
  /** The folder that is chosen in the system's dialog. */
  chosen?: string | null;
  agrees?: boolean;
}

const newLocation = (folder: string): LibraryLocation => ({
  state: 'open',
  folder,
  isNew: true,
  isAccepted: true,
});
const knownPlace = (folder: string): LibraryLocation => ({
  state: 'open',
  folder,
  isNew: false,
  isAccepted: true,
});
const missingPlace = (folder: string): LibraryLocation => ({ state: 'missing', folder, why: 'absent' });

/** A core on the usual library of new user data. `reopened` lists what it asked for. */
async function setUp(given: Given = {}) {
  const root = await tempFolder();
  const userDataFolder = join(root, 'user');
  const folder = join(userDataFolder, 'library');
  const reopened: NextLibrary[] = [];
  const questions: string[] = [];
  const inRoot = (path: string) => join(root, path);
  const open = (location: LibraryLocation) =>
    testCore(folder, {
      userDataFolder,
      location,
      dialogs: {
        ...refusingDialogs,
        chooseFolder: async () => (given.chosen ? inRoot(given.chosen) : null),
        confirmNewLibrary: async (empty) => {
          questions.push(empty);
          return given.agrees ?? false;
        },
      },
      reopen: (next) => reopened.push(next),
    });
  return {
    root,
    folder,
    userDataFolder,
    reopened,
    questions,
    inRoot,
    open,
    stet: open((given.location ?? newLocation)(folder)),
  };
}

test('the window gets the folder for showing, and can have it shown in the file manager', async () => {
  const { stet, folder } = await setUp();
  expect(await stet.call('location.get', null)).toEqual({ state: 'open', folder });
  await stet.call('location.showInFolder', null);
});

test('opening another library asks main for its folder', async () => {
  const { stet, reopened, inRoot } = await setUp({ chosen: 'other' });
  await createLibraryFiles(inRoot('other'));
  expect(await stet.call('location.openOther', null)).toBe(true);
  expect(reopened).toEqual([{ kind: 'open', folder: inRoot('other'), isNew: false }]);
  const cancelled = await setUp();
  expect(await cancelled.stet.call('location.openOther', null)).toBe(false);
  expect(cancelled.reopened).toEqual([]);
});

test('in an empty folder a new library begins only when the reviewer agrees', async () => {
  for (const agrees of [false, true]) {
    const { stet, reopened, questions, inRoot } = await setUp({ chosen: 'empty', agrees });
    await mkdir(inRoot('empty'));
    await writeFile(join(inRoot('empty'), '.DS_Store'), '');
    expect(await stet.call('location.openOther', null)).toBe(agrees);
    expect(questions).toEqual([inRoot('empty')]);
    expect(reopened).toEqual(agrees ? [{ kind: 'open', folder: inRoot('empty'), isNew: true }] : []);
  }
});

test.each([
  ['other files', 'photos/ferry.jpg', /^“photos” is not a library of Stet: .* Nothing was opened\./],
  ['an unfinished copy', 'photos/move.json', /^“photos” holds a copy of a library that was not finished\./],
  ['nothing, because it is gone', null, /^“photos” is not there any more\./],
])('a folder with %s is refused', async (_, file, sentence) => {
  const { stet, reopened, inRoot } = await setUp({ chosen: 'photos' });
  if (file !== null) {
    await mkdir(dirname(inRoot(file)));
    await writeFile(inRoot(file), '');
  }
  expect((await stet.callFailing('location.openOther', null)).message).toMatch(sentence);
  expect(reopened).toEqual([]);
});

test('a folder among the files of Stet is refused for a new library, but not the usual one', async () => {
  const { stet, inRoot } = await setUp({ chosen: 'user/copies', agrees: true });
  await mkdir(inRoot('user/copies'), { recursive: true });
  expect((await stet.callFailing('location.openOther', null)).message).toMatch(/Stet keeps files of its own/);
  const { stet: missing, folder, reopened } = await setUp({ location: missingPlace });
  expect(await missing.call('location.startNew', { where: 'usual' })).toBe(true);
  expect(reopened).toEqual([{ kind: 'open', folder, isNew: true }]);
});

test('a new library is not started where there is one', async () => {
  const { stet, folder, reopened } = await setUp({ location: missingPlace });
  await createLibraryFiles(folder);
  expect((await stet.callFailing('location.startNew', { where: 'usual' })).message).toMatch(
    /^“library” is not empty\. No library was started\./,
  );
  expect(reopened).toEqual([]);
});

test('a missing library is neither created nor locked', async () => {
  const { stet, folder, userDataFolder } = await setUp({ location: missingPlace });
  for (const command of ['library.list', 'library.access'] as const) {
    const { code, message } = await stet.callFailing(command, null);
    expect(code).toBe('notFound');
    expect(message).toContain(`The library in ${folder} is not there. Nothing was changed.`);
  }
  expect(await readdir(userDataFolder).catch(() => [])).not.toContain('library');
});

test('a library that went away after it was located is not created again', async () => {
  const { open, folder, inRoot } = await setUp();
  await createLibraryFiles(folder);
  await rename(folder, inRoot('away'));
  const { message } = await open(knownPlace(folder)).callFailing('library.list', null);
  expect(message).toContain('is not there');
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});

test('the library is moved only to an empty folder outside of it', async () => {
  for (const [chosen, why] of [
    ['user/library/inside', /is inside the library/],
    ['user/library', /is the library itself/],
    ['full', /is not empty/],
  ] as const) {
    const { stet, folder, reopened, inRoot } = await setUp({ chosen });
    await createLibraryFiles(folder);
    await mkdir(inRoot('full'));
    await writeFile(inRoot('full/notes.txt'), '');
    const { message } = await stet.callFailing('location.chooseTarget', null);
    expect(message).toMatch(why);
    expect(message).toContain('The library was not moved.');
    expect(reopened).toEqual([]);
  }
});

test('a library is moved by a core that lets nothing else use it, and then opened in its new folder', async () => {
  const { stet, open, folder, reopened, inRoot } = await setUp({ chosen: 'new' });
  const { articleId } = await stet.createArticle(sampleProposal('The mill'));
  expect(await stet.call('location.chooseTarget', null)).toBe(true);
  expect(reopened).toEqual([{ kind: 'move', target: inRoot('new') }]);
  await stet.core.close();

  const moving = open({ state: 'moving', folder, target: inRoot('new') });
  expect(await moving.call('location.get', null)).toEqual({ state: 'moving', folder, target: inRoot('new') });
  expect((await moving.callFailing('review.open', { articleId })).message).toMatch(/is being moved/);
  expect(await moving.call('location.move', { taskId: newId() })).toEqual({ folder: inRoot('new') });
  expect(await moving.call('location.reopen', null)).toEqual({ state: 'open', folder: inRoot('new') });
  expect(reopened.at(-1)).toEqual({ kind: 'same' });
  expect(await readdir(inRoot('new'))).not.toContain('lock.json');
  expect(moving.logs).toEqual([]);
  const after = open(knownPlace(inRoot('new')));
  expect((await after.callFailing('location.move', { taskId: newId() })).message).toMatch(
    /Choose a folder first/,
  );
});

test('a library that is open elsewhere is not moved', async () => {
  const { stet, folder, reopened } = await setUp({ location: knownPlace, chosen: 'new' });
  await createLibraryFiles(folder);
  const other = testCore(await tempFolder());
  await other.call('library.list', null);
  await cp(join(other.platform.libraryFolder, 'lock.json'), join(folder, 'lock.json'));
  const { code, message } = await stet.callFailing('location.chooseTarget', null);
  expect(code).toBe('readOnly');
  expect(message).toMatch(
    /^The library was not moved\. This library is open in another Stet on this computer /,
  );
  expect(reopened).toEqual([]);
});
