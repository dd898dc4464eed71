import { execFileSync } from 'node:child_process';
import { appendFile, mkdir, open, readFile, symlink, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largestAttachment } from '../../../../../../shared/domain/attachment';
import { flipByte, namesIn, openVault, sumOf } from '../../../support/attaching';
import { refusingDialogs } from '../../../support/plain-outside';
import { newId } from '../../../support/sample';
import { testCore } from '../../../support/test-core';

const megabyte = 1024 * 1024;

/** A second goes by between two looks at it, so that the window hears of every piece. */
function slowClock(): () => Date {
  let time = 0;
  return () => {
    time += 1_000;
    return new Date(time);
  };
}

test('a file is kept under its sum, with name, size and type', async () => {
  const { pick, file, vault } = await openVault();
  const content = Buffer.alloc(9 * megabyte + 17, 'ledger ');
  const taken = await pick(await file('ledger.pdf', content), await file('empty.txt', ''));
  const sum = sumOf(content);
  expect(taken).toEqual({
    files: [
      { sha256: sum, name: 'ledger.pdf', bytes: content.length, mime: 'application/pdf' },
      { sha256: sumOf(''), name: 'empty.txt', bytes: 0, mime: 'text/plain' },
    ],
    problems: [],
  });
  expect(content.equals(await readFile(join(vault, sum)))).toBe(true);
  expect(await namesIn(vault)).toEqual([sum, sumOf(''), 'unswept'].sort());
});

test('the same content is kept once, and mends a copy that was altered', async () => {
  const { pick, file, vault } = await openVault();
  await pick(await file('a.txt', 'same'), await file('b.txt', 'same'));
  expect(await namesIn(vault)).toEqual([sumOf('same'), 'unswept']);
  await flipByte(join(vault, sumOf('same')));
  await pick(await file('c.txt', 'same'));
  expect(await readFile(join(vault, sumOf('same')), 'utf8')).toBe('same');
});

test('a link to a file is followed and keeps its own name', async () => {
  const { pick, file, own, vault } = await openVault();
  await symlink(await file('ledger.txt', 'text'), join(own, 'link.txt'));
  expect((await pick(join(own, 'link.txt')))?.files).toMatchObject([
    { name: 'link.txt', sha256: sumOf('text') },
  ]);
  expect(await readFile(join(vault, sumOf('text')), 'utf8')).toBe('text');
});

test('what is no file is refused at once, and keeps no other back', async () => {
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
  expect(await namesIn(vault)).toEqual([sumOf('good'), 'unswept']);
});

test('a file of more than 2 GB is refused before it is read', async () => {
  const { pick, file, vault } = await openVault();
  const path = await file('film.mp4', '');
  await truncate(path, largestAttachment + 1);
  const taken = await pick(path);
  expect(taken).toMatchObject({ files: [], problems: [expect.stringContaining('larger than 2 GB')] });
  expect(await namesIn(vault)).toEqual([]);
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
])('a file that %s while it is read is not taken', async (_what, change) => {
  let changed: Promise<unknown> | null = null;
  const { pick, file, vault } = await openVault({
    tell: (event) => {
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
  expect(await namesIn(vault)).toEqual(['unswept']);
});

test('cancelled midway, nothing is left behind', async () => {
  let taskId = '';
  const stet = await openVault({
    now: slowClock(),
    tell: (event) => {
      if (event.type === 'progress' && event.done > 0) void stet.call('task.cancel', { taskId });
    },
  });
  const { call, file, vault, articleId, picked } = stet;
  picked.push(await file('large.bin', Buffer.alloc(60 * megabyte, 'x')));
  taskId = newId();
  expect(await call('vault.pick', { taskId, articleId })).toBeNull();
  expect(await namesIn(vault)).toEqual(['unswept']);
});

test.each(['write', 'datasync'] as const)(
  'a full disk at %s leaves nothing behind, and says so',
  async (step) => {
    const { pick, file, vault } = await openVault({
      async openNew(path) {
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
    expect(await namesIn(vault)).toEqual(['unswept']);
  },
);

test('a dialog that was cancelled takes nothing', async () => {
  const { pick, vault } = await openVault();
  expect(await pick()).toBeNull();
  expect(await namesIn(vault)).toEqual([]);
});

test('an article that is read-only asks for nothing and takes nothing', async () => {
  const { library, articleId, vault } = await openVault();
  await appendFile(join(library, 'articles', articleId, 'history.jsonl'), 'damage\n');
  let asked = 0;
  const attachFiles = async () => {
    asked += 1;
    return [];
  };
  const { call, failing } = testCore(library, { dialogs: { ...refusingDialogs, attachFiles } });
  await call('review.open', { articleId });
  const refused = { code: 'readOnly', message: expect.stringContaining('damaged') };
  expect(await failing('vault.pick', { taskId: newId(), articleId })).toMatchObject(refused);
  const begin = { taskId: newId(), articleId, name: 'a', bytes: 1 };
  expect(await failing('vault.begin', begin)).toMatchObject(refused);
  expect([asked, await namesIn(vault)]).toEqual([0, []]);
});

test('the folder of what was picked is where the next dialog starts', async () => {
  const { call, file, pick, articleId, own, outside } = await openVault();
  await pick(await file('a.txt', 'a'));
  const starts: string[] = [];
  outside.dialogs.attachFiles = async (folder) => {
    starts.push(folder);
    return null;
  };
  expect(await call('vault.pick', { taskId: newId(), articleId })).toBeNull();
  expect(starts).toEqual([own]);
});
