import { appendFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StetError } from '#main/base/stet-error.ts';
import { LocationFile, locateLibrary } from '#main/storage/computer/location-record.ts';
import { copyLibrary, moveLibrary } from '#main/storage/computer/move-library.ts';
import { settleLocation } from '#main/storage/computer/settle-location.ts';
import { alwaysWritable, type WriteAccess } from '#main/storage/disk/write-access.ts';
import type { AppEvent } from '#shared/contract/events.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { createFilePlatform, createLibraryFiles, hashFolder } from './location-files.ts';
import { hasOtherDisk, otherDiskFolder } from './other-disk.ts';

async function setUp(target?: string) {
  const root = await tempFolder();
  const userData = join(root, 'user');
  const from = join(userData, 'library');
  const to = target ?? join(root, 'new', 'place');
  await createLibraryFiles(from);
  const platform = createFilePlatform();
  const events: AppEvent[] = [];
  const progress: number[] = [];
  const duringCopy: ((progress: number) => void)[] = [];
  const controller = new AbortController();
  const task = {
    signal: controller.signal,
    reportProgress(_name: string, done: number, total: number) {
      progress.push(done / total);
      for (const act of duringCopy) act(done / total);
    },
  };
  return {
    userData,
    from,
    to,
    platform,
    events,
    progress,
    duringCopy,
    controller,
    content: await hashFolder(from),
    move: (access: WriteAccess = alwaysWritable) =>
      moveLibrary({ from, to, userDataFolder: userData, access }, task, platform),
    locate: () => locateLibrary(userData, platform),
    settle: (signal = new AbortController().signal) =>
      settleLocation(
        { ...platform, userDataFolder: userData, libraryFolder: to, emit: (event) => events.push(event) },
        {
          access: alwaysWritable,
          isAccepted: true,
          lockFormer: async () => ({ ...alwaysWritable, close: async () => undefined }),
          signal,
        },
      ),
    record: () => new LocationFile(userData, platform).read(),
  };
}

test('within a file system the library is renamed, and its lock does not come along', async () => {
  const { from, to, move, locate, content, record, platform } = await setUp();
  await writeFile(join(from, 'lock.json'), 'ours');
  await mkdir(to, { recursive: true });
  await move();
  expect(await locate()).toEqual({ state: 'open', folder: to, isNew: false, isAccepted: true });
  expect(await hashFolder(to)).toEqual(content);
  await expect(readdir(from)).rejects.toThrow('ENOENT');
  expect(await record()).toMatchObject({ moving: null, leaving: null });
  expect(platform.logs).toEqual([]);
});

test('a library that was renamed just before the process died is found', async () => {
  const { from, to, userData, platform, locate, record } = await setUp();
  await new LocationFile(userData, platform).change({ moving: to });
  await mkdir(join(to, '..'), { recursive: true });
  await rename(from, to);
  expect(await locate()).toEqual({ state: 'open', folder: to, isNew: false, isAccepted: true });
  expect(await record()).toMatchObject({ folder: to, moving: null });
});

test.runIf(hasOtherDisk)(
  'to another file system it is copied whole, and the former one is removed',
  async () => {
    const { from, to, move, locate, settle, content, record, progress, events, platform } = await setUp(
      await otherDiskFolder(),
    );
    await chmod(join(from, 'articles', 'one'), 0o700);
    await symlink('one', join(from, 'articles', 'a-link'));
    await move();
    expect(await locate()).toEqual({ state: 'open', folder: to, isNew: false, isAccepted: true });
    expect(await hashFolder(from)).toEqual(content);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);

    await settle();
    expect(await hashFolder(to)).toEqual(content);
    expect(await readlink(join(to, 'articles', 'a-link'))).toBe('one');
    await expect(readdir(from)).rejects.toThrow('ENOENT');
    expect(await record()).toEqual({
      folder: to,
      isNew: false,
      isAccepted: true,
      moving: null,
      leaving: null,
    });
    expect(events).toEqual([]);
    expect(platform.logs).toEqual([]);
  },
);

test.runIf(hasOtherDisk)(
  'files that were changed or added in the former folder meanwhile are left',
  async () => {
    const { from, to, move, settle, events } = await setUp(await otherDiskFolder());
    await move();
    await writeFile(join(from, 'articles', 'two', 'history.jsonl'), 'a late line\n');
    await writeFile(join(from, 'notes.txt'), 'mine');
    await settle();
    expect(Object.keys(await hashFolder(from))).toEqual(['articles/two/history.jsonl', 'notes.txt']);
    expect(events).toEqual([
      { type: 'problem', message: expect.stringMatching(/The library was moved and is whole\. .*“library”/) },
    ]);
    expect(await readFile(join(to, 'articles', 'two', 'history.jsonl'), 'utf8')).toBe('');
  },
);

test.runIf(hasOtherDisk)('removing the former folder goes on at the next start', async () => {
  const { from, move, settle, record } = await setUp(await otherDiskFolder());
  await move();
  await settle(AbortSignal.abort());
  expect(await record()).toMatchObject({ leaving: from });
  await settle();
  await expect(readdir(from)).rejects.toThrow('ENOENT');
});

test.runIf(hasOtherDisk)(
  'a cancelled move leaves the library where it was, and nothing elsewhere',
  async () => {
    const { from, to, move, locate, content, controller, progress, record } = await setUp(
      await otherDiskFolder(),
    );
    const moving = move();
    while (progress.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(moving).rejects.toThrow('aborted');
    expect(await locate()).toEqual({ state: 'open', folder: from, isNew: false, isAccepted: true });
    expect(await hashFolder(from)).toEqual(content);
    expect(await readdir(to)).toEqual([]);
    expect(await record()).toMatchObject({ moving: null, leaving: null });
  },
);

test.runIf(hasOtherDisk)(
  'a move that another process interrupted before is begun anew after a clean-up',
  async () => {
    const { from, to, userData, platform, locate, content } = await setUp(await otherDiskFolder());
    await new LocationFile(userData, platform).change({ moving: to });
    const never = { signal: new AbortController().signal, reportProgress: () => undefined };
    await copyLibrary(from, to, never, platform);
    expect(await locate()).toEqual({ state: 'open', folder: from, isNew: false, isAccepted: true });
    await settleLocation(
      { ...platform, userDataFolder: userData, libraryFolder: from, emit: () => undefined },
      {
        access: alwaysWritable,
        isAccepted: true,
        lockFormer: async () => ({ ...alwaysWritable, close: async () => undefined }),
        signal: never.signal,
      },
    );
    expect(await readdir(to)).toEqual([]);
    expect(await hashFolder(from)).toEqual(content);
  },
);

test.runIf(hasOtherDisk).each([
  ['its copy differs from it', 'to', /its copy differs from it/],
  ['another program writes to it', 'from', /another program wrote to it at the same time/],
] as const)('the library stays where it is when %s', async (_, which, sentence) => {
  const { move, locate, record, duringCopy, ...folders } = await setUp(await otherDiskFolder());
  const path = join(folders[which], 'articles', 'one', 'history.jsonl');
  // Half of the progress is copying, the other half reading the copy again.
  duringCopy.push((progress) => {
    if (progress === 0.5) appendFileSync(path, 'x');
  });
  await expect(move()).rejects.toThrow(sentence);
  expect(await locate()).toEqual({ state: 'open', folder: folders.from, isNew: false, isAccepted: true });
  expect(await readdir(folders.to)).toEqual([]);
  expect(await record()).toMatchObject({ moving: null, leaving: null });
});

test('nothing is moved without the right to write', async () => {
  const { from, to, move, content } = await setUp();
  const verify = () => Promise.reject(new StetError('notSaved', 'It is open on another computer.'));
  await expect(move({ ...alwaysWritable, verify })).rejects.toThrow('open on another computer');
  expect(await hashFolder(from)).toEqual(content);
  await expect(readdir(to)).rejects.toThrow('ENOENT');
});

test('a library that is gone, or a folder that can’t be created, is reported in plain words', async () => {
  const gone = await setUp();
  await rm(gone.from, { recursive: true });
  await expect(gone.move()).rejects.toThrow(
    /^The library was not moved: the folder or file is gone\. It is where it was/,
  );

  const root = await tempFolder();
  await writeFile(join(root, 'a file'), '');
  const blocked = await setUp(join(root, 'a file', 'place'));
  await expect(blocked.move()).rejects.toThrow(/^The library was not moved: .* It is where it was/);
  expect(await hashFolder(blocked.from)).toEqual(blocked.content);
});
