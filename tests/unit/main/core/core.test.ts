import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { RunningCore } from '#main/core/core.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { createLibraryFiles } from '../storage/computer/location-files.ts';
import { createPlainPlatform } from '../support/plain-platform.ts';
import { ourWindow } from '../support/start-core.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function setUp() {
  const root = await tempFolder();
  const userDataFolder = join(root, 'user');
  await mkdir(userDataFolder);
  const events: AppEvent[] = [];
  const logs: string[] = [];
  /** The answers to calls of the page that is being left. */
  const lateAnswers: unknown[] = [];
  const {
    userDataFolder: _,
    copiesFolder,
    libraryFolder: __,
    location: ___,
    ...platform
  } = createPlainPlatform(root);
  const dialog = { open: () => {}, isShown: false };
  const openFiles = () =>
    new Promise<null>((resolve) => {
      dialog.isShown = true;
      dialog.open = () => resolve(null);
    });
  const list = () => running.dispatch(ourWindow, 'library.list', null);
  const running = new RunningCore({
    platform: {
      ...platform,
      dialogs: { ...platform.dialogs, openFiles },
      emit: (event) => events.push(event),
      log: { error: (message) => logs.push(message) },
    },
    isTrusted: () => true,
    getFolders: () => ({ userDataFolder, copiesFolder }),
    async reloadPage(onLeft) {
      lateAnswers.push(await list());
      onLeft();
    },
  });
  onTestFinished(() => running.close());
  const readPlace = async () => {
    await running.get();
    return running.dispatch(ourWindow, 'location.get', null);
  };
  return {
    root,
    userDataFolder,
    usual: join(userDataFolder, 'library'),
    running,
    events,
    logs,
    lateAnswers,
    dialog,
    list,
    readPlace,
  };
}

test('a library that was opened becomes known, and the page that is left gets no more answers', async () => {
  const { root, userDataFolder, running, usual, lateAnswers, list, readPlace } = await setUp();
  expect(await readPlace()).toEqual({ ok: true, value: { state: 'open', folder: usual } });
  expect(await list()).toMatchObject({ ok: true, value: { articles: [] } });
  await running.close();
  expect(await readFile(join(userDataFolder, 'library-location.json'), 'utf8')).toContain('"folder":null');

  const other = join(root, 'other');
  await mkdir(other);
  await running.reopen({ kind: 'open', folder: other, isNew: true });
  expect(lateAnswers).toEqual([
    expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'refused' }) }),
  ]);
  expect(await readPlace()).toEqual({ ok: true, value: { state: 'open', folder: other } });
  expect(await list()).toMatchObject({ ok: true, value: { articles: [] } });
});

test('leaving a library waits for the calls that are being answered', async () => {
  const { running, lateAnswers, dialog } = await setUp();
  await running.get();
  const choosing = running.dispatch(ourWindow, 'import.choose', null);
  while (!dialog.isShown) await new Promise((resolve) => setImmediate(resolve));
  const reopening = running.reopen({ kind: 'same' });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lateAnswers).toEqual([]);
  dialog.open();
  await reopening;
  expect(lateAnswers).toHaveLength(1);
  expect(await choosing).toEqual({ ok: true, value: null });
});

test('a file that the system opens waits until there is a library', async () => {
  const { running, usual, root, events, list } = await setUp();
  await running.get();
  await list();
  await running.close();
  await rename(usual, join(root, 'away'));
  await running.reopen({ kind: 'same' });
  await running.openFile(join(root, 'ferry.txt'));
  expect(events).toEqual([]);
  await rename(join(root, 'away'), usual);
  await running.reopen({ kind: 'same' });
  expect(events).toEqual([{ type: 'fileOpened', file: expect.objectContaining({ name: 'ferry.txt' }) }]);
});

test('a place that can’t be stored is reported, and the question where the library is stays', async () => {
  const { running, root, userDataFolder, events, logs, readPlace } = await setUp();
  await createLibraryFiles(join(root, 'other'));
  await running.get();
  // A folder of that name can be neither read nor replaced by a file.
  await mkdir(join(userDataFolder, 'library-location.json', 'in-the-way'), { recursive: true });
  await running.reopen({ kind: 'open', folder: join(root, 'other'), isNew: false });
  expect(events).toEqual([
    { type: 'problem', message: expect.stringMatching(/^Not saved: .*kept as it is/) },
  ]);
  expect(await readPlace()).toMatchObject({ ok: true, value: { state: 'missing', why: 'unknown' } });
  expect(logs.join()).toContain('the location of the library could not be read');
});
