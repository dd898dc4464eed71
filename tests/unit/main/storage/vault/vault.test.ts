import { execFileSync } from 'node:child_process';
import {
  appendFile,
  copyFile,
  mkdir,
  open,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { type CloneFile, copyFromVault } from '#main/storage/vault/vault.ts';
import { VaultWriter } from '#main/storage/vault/vault-writer.ts';
import { maxChunkBytes } from '#shared/contract/commands/import-commands.ts';
import { maxAttachmentBytes } from '#shared/domain/base/attachment.ts';
import { computeSha256, flipBit, listFileNames, openVault } from '#tests/unit/main/support/open-vault.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const megabyte = 1024 * 1024;

/** A clock that advances a second with each call, so that every progress is emitted. */
function slowClock(): () => Date {
  let time = 0;
  return () => {
    time += 1_000;
    return new Date(time);
  };
}

test('a file is stored under its checksum, with name, size and type', async () => {
  const { pick, file, vault } = await openVault();
  const content = Buffer.alloc(9 * megabyte + 17, 'ledger ');
  const taken = await pick(await file('ledger.pdf', content), await file('empty.txt', ''));
  const sum = computeSha256(content);
  expect(taken).toEqual({
    files: [
      { sha256: sum, name: 'ledger.pdf', bytes: content.length, mime: 'application/pdf' },
      { sha256: computeSha256(''), name: 'empty.txt', bytes: 0, mime: 'text/plain' },
    ],
    problems: [],
  });
  expect(content.equals(await readFile(join(vault, sum)))).toBe(true);
  expect(await listFileNames(vault)).toEqual([sum, computeSha256(''), 'unswept'].sort());
});

test('the same content is stored once, and repairs a copy that was altered', async () => {
  const { pick, file, vault } = await openVault();
  await pick(await file('a.txt', 'same'), await file('b.txt', 'same'));
  expect(await listFileNames(vault)).toEqual([computeSha256('same'), 'unswept']);
  await flipBit(join(vault, computeSha256('same')));
  await pick(await file('c.txt', 'same'));
  expect(await readFile(join(vault, computeSha256('same')), 'utf8')).toBe('same');
});

test('a link to a file is followed and keeps its own name', async () => {
  const { pick, file, own, vault } = await openVault();
  await symlink(await file('ledger.txt', 'text'), join(own, 'link.txt'));
  expect((await pick(join(own, 'link.txt')))?.files).toMatchObject([
    { name: 'link.txt', sha256: computeSha256('text') },
  ]);
  expect(await readFile(join(vault, computeSha256('text')), 'utf8')).toBe('text');
});

test('what is not a file is refused at once, and the other files are still added', async () => {
  const { pick, file, own, vault } = await openVault();
  await mkdir(join(own, 'folder'));
  await symlink('/dev/zero', join(own, 'zero.txt'));
  execFileSync('mkfifo', [join(own, 'pipe.txt')]);
  const server = createServer().listen(join(own, 'socket.txt'));
  await symlink(join(own, 'nowhere'), join(own, 'broken.txt'));
  const names = ['folder', 'zero.txt', 'pipe.txt', 'socket.txt', 'broken.txt', 'gone.txt'];
  const taken = await pick(...names.map((name) => join(own, name)), await file('good.txt', 'good'));
  server.close();
  expect(taken?.files).toMatchObject([{ name: 'good.txt' }]);
  expect(taken?.problems).toEqual([
    '“folder” was not attached: it is a folder. Attach the files in it.',
    ...['zero', 'pipe', 'socket'].map(
      (name) => `“${name}.txt” was not attached: it is not a file. Attach a copy of it.`,
    ),
    ...['broken', 'gone'].map((name) => `“${name}.txt” was not attached: it is no longer there.`),
  ]);
  expect(await listFileNames(vault)).toEqual([computeSha256('good'), 'unswept']);
});

test('a file of more than 2 GB is refused before it is read', async () => {
  const { pick, file, vault } = await openVault();
  const path = await file('film.mp4', '');
  await truncate(path, maxAttachmentBytes + 1);
  const taken = await pick(path);
  expect(taken).toMatchObject({ files: [], problems: [expect.stringContaining('larger than 2 GB')] });
  expect(await listFileNames(vault)).toEqual([]);
});

test.each([
  ['grows', (path: string) => appendFile(path, 'more')],
  ['shrinks', (path: string) => truncate(path, 10 * megabyte)],
  [
    'is written to',
    async (path: string) => {
      const handle = await open(path, 'r+');
      await handle.write('other', 0);
      await handle.close();
    },
  ],
])('a file that %s while it is read is not added', async (_what, change) => {
  let changed: Promise<unknown> | null = null;
  const { pick, file, vault } = await openVault({
    emit: (event) => {
      if (event.type === 'progress' && event.done > 0) changed ??= change(path);
    },
    now: slowClock(),
  });
  const path = await file('growing.txt', Buffer.alloc(60 * megabyte, 'x'));
  expect(await pick(path)).toMatchObject({
    files: [],
    problems: [expect.stringContaining('another program wrote to it')],
  });
  expect(changed).not.toBeNull();
  expect(await listFileNames(vault)).toEqual(['unswept']);
});

test('cancelling midway leaves nothing behind', async () => {
  let taskId = '';
  const stet = await openVault({
    now: slowClock(),
    emit: (event) => {
      if (event.type === 'progress' && event.done > 0) void stet.call('task.cancel', { taskId });
    },
  });
  const { call, file, vault, articleId, pickedPaths } = stet;
  pickedPaths.push(await file('large.bin', Buffer.alloc(60 * megabyte, 'x')));
  taskId = newId();
  expect(await call('vault.pick', { taskId, articleId })).toBeNull();
  expect(await listFileNames(vault)).toEqual(['unswept']);
});

test.each(['write', 'datasync'] as const)(
  'a full disk at %s leaves nothing behind, and says so',
  async (step) => {
    const { pick, file, vault } = await openVault({
      async createVaultFile(path) {
        const handle = await open(path, 'wx');
        const refuse = async () => {
          throw Object.assign(new Error('refused by the test'), { code: 'ENOSPC' });
        };
        return Object.assign(Object.create(handle), { close: () => handle.close(), [step]: refuse });
      },
    });
    expect(await pick(await file('ledger.pdf', 'text'))).toEqual({
      files: [],
      problems: [
        '“ledger.pdf” was not attached: the disk is full. Make room on the disk, then attach it again; ' +
          'nothing saved before is lost.',
      ],
    });
    expect(await listFileNames(vault)).toEqual(['unswept']);
  },
);

test('a dialog that was cancelled adds nothing', async () => {
  const { pick, vault } = await openVault();
  expect(await pick()).toBeNull();
  expect(await listFileNames(vault)).toEqual([]);
});

test('a read-only article shows no dialog and adds nothing', async () => {
  const { library, articleId, vault } = await openVault();
  await rm(join(library, 'articles', articleId, 'drafts'), { recursive: true });
  let asked = 0;
  const attachFiles = async () => {
    asked += 1;
    return [];
  };
  const { call, callFailing } = testCore(library, { dialogs: { ...refusingDialogs, attachFiles } });
  await call('review.open', { articleId });
  const refused = { code: 'readOnly', message: expect.stringContaining('can’t be read') };
  expect(await callFailing('vault.pick', { taskId: newId(), articleId })).toMatchObject(refused);
  const begin = { taskId: newId(), articleId, name: 'a', bytes: 1 };
  expect(await callFailing('vault.begin', begin)).toMatchObject(refused);
  expect([asked, await listFileNames(vault)]).toEqual([0, []]);
});

test('the next dialog starts in the folder of the last file', async () => {
  const { call, file, pick, articleId, own, platform } = await openVault();
  await pick(await file('a.txt', 'a'));
  const starts: string[] = [];
  platform.dialogs.attachFiles = async (folder) => {
    starts.push(folder);
    return null;
  };
  expect(await call('vault.pick', { taskId: newId(), articleId })).toBeNull();
  expect(starts).toEqual([own]);
});

/** Imitates a disk that can clone, because the one in use may not. */
const cloning: CloneFile = async (from, to) => {
  await copyFile(from, to);
  return true;
};

const disks: [string, CloneFile][] = [
  ['clones', cloning],
  ['can’t clone', async () => false],
  [
    'gives up cloning half-way',
    async (_from, to) => {
      await writeFile(to, 'half');
      return false;
    },
  ],
];

test.each(disks)('on a disk that %s a file is copied whole or not at all', async (_name, clone) => {
  const folder = await tempFolder();
  const content = Buffer.alloc(5_000_000, 'ledger ');
  const file = {
    sha256: computeSha256(content),
    name: 'a.pdf',
    bytes: content.length,
    mime: 'application/pdf',
  };
  const from = join(await tempFolder(), file.sha256);
  const progress: number[] = [];
  const adopt = (signal = new AbortController().signal) =>
    copyFromVault(
      from,
      file,
      { folder, begin: () => VaultWriter.begin(folder, alwaysWritable), access: alwaysWritable, clone },
      { signal, reportProgress: (_what, done) => progress.push(done) },
    );
  expect(await adopt()).toBe('missing');
  await writeFile(from, content);
  await flipBit(from);
  expect([await adopt(), await listFileNames(folder)]).toEqual(['altered', []]);
  await writeFile(from, 'another size');
  expect([await adopt(), await listFileNames(folder)]).toEqual(['altered', []]);
  await writeFile(from, content);
  const reason = new Error('cancelled');
  await expect(adopt(AbortSignal.abort(reason))).rejects.toBe(reason);
  expect(await listFileNames(folder)).toEqual([]);
  progress.length = 0;
  expect([await adopt(), await listFileNames(folder)]).toEqual(['unchanged', [file.sha256]]);
  expect([progress[0], progress.at(-1)]).toEqual([0, content.length]);
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  // An altered copy is repaired.
  await flipBit(join(folder, file.sha256));
  expect(await adopt()).toBe('unchanged');
  await rm(from);
  expect((await stat(join(folder, file.sha256))).nlink).toBe(1);
  expect(computeSha256(await readFile(join(folder, file.sha256)))).toBe(file.sha256);
});

async function beginFile(name: string, bytes: number) {
  const stet = await openVault();
  const { call, articleId } = stet;
  const taskId = newId();
  await call('vault.begin', { taskId, articleId, name, bytes });
  return {
    ...stet,
    taskId,
    half: async () => (await listFileNames(stet.vault)).filter((at) => at.endsWith('.tmp')),
  };
}

test('chunks make a file, in the order in which they were sent', async () => {
  const pieces = Array.from({ length: 50 }, (_, index) => Buffer.from(`${index} `.repeat(1 + index * 37)));
  const whole = Buffer.concat(pieces);
  const { call, taskId, vault, events } = await beginFile('C:\\fake\\ledger.csv', whole.length);
  await Promise.all(pieces.map((piece) => call('vault.append', { taskId, chunk: new Uint8Array(piece) })));
  expect(await call('vault.commit', { taskId })).toEqual({
    sha256: computeSha256(whole),
    name: 'ledger.csv',
    bytes: whole.length,
    mime: 'text/csv',
  });
  expect(whole.equals(await readFile(join(vault, computeSha256(whole))))).toBe(true);
  expect(await listFileNames(vault)).toEqual([computeSha256(whole), 'unswept'].sort());
  expect(events.at(-1)).toMatchObject({ name: 'ledger.csv', done: whole.length, total: whole.length });
});

test('an empty file needs no chunk', async () => {
  const { call, taskId } = await beginFile('', 0);
  expect(await call('vault.commit', { taskId })).toMatchObject({
    sha256: computeSha256(''),
    name: 'file',
    bytes: 0,
  });
});

test('more bytes than announced are refused, and the file is discarded', async () => {
  const { call, callFailing, taskId, half } = await beginFile('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect(await half()).toHaveLength(1);
  expect(await callFailing('vault.append', { taskId, chunk: new Uint8Array([3, 4]) })).toMatchObject({
    code: 'badRequest',
    message: expect.stringContaining('its size did not match'),
  });
  expect(await half()).toEqual([]);
  expect((await callFailing('vault.commit', { taskId })).code).toBe('badRequest');
});

test('a file with fewer bytes than announced is not committed', async () => {
  const { call, callFailing, taskId, half } = await beginFile('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect((await callFailing('vault.commit', { taskId })).code).toBe('badRequest');
  expect(await half()).toEqual([]);
});

test('a chunk before the beginning, after the end, or too large is refused', async () => {
  const { call, callFailing, taskId, articleId } = await beginFile('a.txt', 1);
  const chunk = new Uint8Array([1]);
  expect((await callFailing('vault.append', { taskId: 'unknown', chunk })).code).toBe('badRequest');
  expect((await callFailing('vault.begin', { taskId, articleId, name: 'b', bytes: 1 })).code).toBe(
    'badRequest',
  );
  expect((await callFailing('vault.append', { taskId, chunk: new Uint8Array(maxChunkBytes + 1) })).code).toBe(
    'badRequest',
  );
  await call('vault.append', { taskId, chunk });
  await call('vault.commit', { taskId });
  expect((await callFailing('vault.append', { taskId, chunk })).code).toBe('badRequest');
  expect((await callFailing('vault.commit', { taskId })).code).toBe('badRequest');
  expect(
    await callFailing('vault.begin', { taskId: newId(), articleId, name: 'film.mp4', bytes: 3 * 1024 ** 3 }),
  ).toMatchObject({ code: 'badRequest', message: expect.stringContaining('larger than 2 GB') });
});

test.each([
  ['task.cancel', 'badRequest'],
  ['review.close', 'badRequest'],
  ['the end', 'refused'],
])('%s discards the file', async (how, code) => {
  const { call, core, callFailing, taskId, articleId, half } = await beginFile('a.txt', 3);
  await call('vault.append', { taskId, chunk: new Uint8Array([1, 2]) });
  expect(await half()).toHaveLength(1);
  if (how === 'task.cancel') await call('task.cancel', { taskId });
  else if (how === 'review.close') await call('review.close', { articleId });
  else await core.close();
  await expect.poll(half).toEqual([]);
  expect((await callFailing('vault.append', { taskId, chunk: new Uint8Array([3]) })).code).toBe(code);
});
