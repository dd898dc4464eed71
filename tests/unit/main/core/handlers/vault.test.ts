import { chmod, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { StoredFile } from '#shared/domain/base/attachment.ts';
import {
  computeSha256,
  createAttachChange,
  flipBit,
  listFileNames,
  openVault,
} from '#tests/unit/main/support/open-vault.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

/** As `openVault`, and records which files are opened and which are shown in their folder. */
async function openWatchedVault() {
  const openedPaths: string[] = [];
  const shownPaths: string[] = [];
  const stet = await openVault({
    openFile: async (path) => void openedPaths.push(path),
    showInFolder: (path) => shownPaths.push(path),
  });
  return { ...stet, openedPaths, shownPaths };
}

test('verifying reports unchanged, altered and missing files, and reads each content once', async () => {
  const { call, attach, articleId, vault, events } = await openVault();
  const stored = await attach('kept.txt', 'kept');
  const again = await attach('again.txt', 'kept');
  const flipped = await attach('flipped.bin', Buffer.alloc(9_000_000, 'x'));
  const gone = await attach('gone.txt', 'gone');
  const linked = await attach('linked.txt', 'linked');
  const longer = await attach('longer.txt', 'longer');
  await flipBit(join(vault, flipped.sha256));
  await rm(join(vault, gone.sha256));
  await rm(join(vault, linked.sha256));
  await writeFile(join(dirname(vault), 'elsewhere'), 'linked');
  await symlink('../elsewhere', join(vault, linked.sha256));
  await writeFile(join(vault, longer.sha256), 'longer than it was');
  const taskId = newId();
  const states = await call('vault.verify', { taskId, articleId });
  expect(Object.fromEntries((states ?? []).map(({ keptId, state }) => [keptId, state]))).toEqual({
    [stored.id]: 'unchanged',
    [again.id]: 'unchanged',
    [flipped.id]: 'altered',
    [gone.id]: 'missing',
    [linked.id]: 'altered',
    [longer.id]: 'altered',
  });
  const total = 'kept'.length + 9_000_000 + 'gone'.length + 'linked'.length + 'longer'.length;
  expect(events.filter((event) => event.type === 'progress' && event.taskId === taskId).at(-1)).toMatchObject(
    {
      done: total,
      total,
    },
  );
});

test('verifying can be cancelled', async () => {
  const { call, attach, articleId } = await openVault();
  await attach('large.bin', Buffer.alloc(40_000_000, 'x'));
  const taskId = newId();
  const verifying = call('vault.verify', { taskId, articleId });
  await call('task.cancel', { taskId });
  expect(await verifying).toBeNull();
});

test('a document is opened as a read-only copy', async () => {
  const { call, attach, articleId, openedPaths, library } = await openWatchedVault();
  const { id } = await attach('ledger.PDF', 'the ledger');
  expect(await call('vault.open', { articleId, keptId: id })).toEqual({ shown: 'file', why: null });
  const [path = ''] = openedPaths;
  expect(basename(path)).toBe('ledger.PDF');
  expect(path.startsWith(join(library, 'copies'))).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('the ledger');
  expect((await stat(path)).mode & 0o777).toBe(0o400);
  // Only the user can enter the folders above it.
  for (const folder of [join(path, '..'), join(library, 'copies')])
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test.each([
  'setup.exe',
  'run.sh',
  'run.bat',
  'page.html',
  'page.xhtml',
  'drawing.svg',
  'macro.docm',
  'shortcut.lnk',
  'go.url',
  'go.desktop',
  'all.zip',
  'mail.eml',
  'README',
  'ledger.pdf.exe',
  'ledger.exe\u202efdp',
  'ledger.pdf:stream.exe',
])('%j is only shown in its folder', async (name) => {
  const { call, file, pick, articleId, openedPaths, shownPaths } = await openWatchedVault();
  const [stored] = (await pick(await file('harmless.txt', 'text')))?.files ?? [];
  if (!stored) throw new Error('nothing was added');
  // The window or an old history may use such a name: not every name was chosen by the vault.
  const { attachment, ...change } = createAttachChange({ ...stored, name, mime: 'application/pdf' });
  await call('review.apply', { articleId, change });
  const open = { articleId, keptId: attachment.id };
  expect(await call('vault.open', open)).toEqual({ shown: 'folder', why: 'type' });
  expect(openedPaths).toEqual([]);
  expect(await readFile(shownPaths[0] ?? '', 'utf8')).toBe('text');
});

test('a file that no program opens can be shown in its folder, and a copy of it saved', async () => {
  const shownPaths: string[] = [];
  const target = join(await tempFolder(), 'mine.pdf');
  await writeFile(target, 'an older copy');
  let chosen: string | null = null;
  const { call, callFailing, attach, articleId, logs } = await openVault({
    showInFolder: (path) => shownPaths.push(path),
    dialogs: { ...refusingDialogs, saveCopy: async () => chosen },
  });
  const { id, sha256 } = await attach('ledger.pdf', 'text');
  const kept = { articleId, keptId: id };
  expect(await call('vault.open', kept)).toEqual({ shown: 'nothing', why: 'noProgram' });
  expect(shownPaths).toEqual([]);
  await call('vault.showInFolder', kept);
  expect(shownPaths.map((path) => basename(path))).toEqual(['ledger.pdf']);
  expect(await call('vault.saveCopy', kept)).toBeNull();
  chosen = target;
  expect(await call('vault.saveCopy', kept)).toBe('mine.pdf');
  expect(await readFile(target, 'utf8')).toBe('text');
  chosen = join(target, 'nowhere.pdf');
  expect((await callFailing('vault.saveCopy', kept)).message).toContain('“ledger.pdf” was not saved');
  expect(await readdir(dirname(target))).toEqual(['mine.pdf']);
  expect(logs).toEqual([expect.stringContaining(sha256), expect.stringContaining('ENOTDIR')]);
  expect(logs.join()).not.toContain('ledger');
});

test.each([
  ['page.txt', '<!DOCTYPE html><script>alert(1)</script>'],
  ['page.md', `\n\n# Notes\n\n<ScRiPt src="https://example.org/a.js"></script>`],
  ['utf16.txt', Buffer.from('\ufeff<html>', 'utf16le')],
  ['drawing.png', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
  ['run.txt', '#!/bin/sh\nrm -rf ~\n'],
  ['setup.pdf', Buffer.from('MZ\x90\0\x03', 'latin1')],
  ['elf.csv', Buffer.from('\x7fELF\x02\x01\x01', 'latin1')],
  ['late.txt', `${'a line of text\n'.repeat(200_000)}<script>alert(1)</script>`],
  ['late-utf16.csv', Buffer.from(`${'a,b\n'.repeat(600_000)}<HTML>`, 'utf16le')],
  ['mach.json', Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1])],
])('%j is only shown in its folder because of its content', async (name, content) => {
  const { call, attach, articleId, openedPaths, shownPaths } = await openWatchedVault();
  const { id } = await attach(name, content);
  expect(await call('vault.open', { articleId, keptId: id })).toEqual({ shown: 'folder', why: 'type' });
  expect([openedPaths, shownPaths.map((path) => basename(path))]).toEqual([[], [name]]);
});

test.each([
  ['ledger.pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>'],
  ['notes.md', 'Ask Ada <ada@example.org>: is 3 < 4?\n\n> said <bold words>\n'],
  ['table.csv', 'a,b\n<1,2\n'],
  ['data.json', '{"html": "none"}'],
  ['photo.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['empty.txt', ''],
])('%j is opened, although its content could look active', async (name, content) => {
  const { call, attach, articleId } = await openWatchedVault();
  const { id } = await attach(name, content);
  expect(await call('vault.open', { articleId, keptId: id })).toEqual({ shown: 'file', why: null });
});

test('a file that is opened again is not copied again, unless its copy was altered or renamed', async () => {
  const { call, attach, articleId, openedPaths } = await openWatchedVault();
  const { id } = await attach('ledger.pdf', 'the ledger');
  const open = () => call('vault.open', { articleId, keptId: id });
  await open();
  await open();
  const [first = '', second] = openedPaths;
  expect(second).toBe(first);
  await chmod(first, 0o644);
  await writeFile(first, 'not the ledger');
  await open();
  expect(await readFile(openedPaths[2] ?? '', 'utf8')).toBe('the ledger');
});

test.each(['altered', 'missing'] as const)('a file that is %s is not opened', async (state) => {
  const { call, callFailing, attach, articleId, vault, openedPaths, shownPaths, library } =
    await openWatchedVault();
  const file = await attach('ledger.pdf', 'the ledger');
  const path = join(vault, file.sha256);
  await (state === 'altered' ? flipBit(path) : rm(path));
  expect(await callFailing('vault.open', { articleId, keptId: file.id })).toMatchObject({
    code: state === 'altered' ? 'damaged' : 'missing',
    message: expect.stringContaining('“ledger.pdf”'),
  });
  expect([openedPaths, shownPaths, await listFileNames(join(library, 'copies'))]).toEqual([[], [], []]);
  expect((await callFailing('vault.open', { articleId, keptId: 'none' })).code).toBe('notFound');
  await attach('again.pdf', 'the ledger');
  expect(await call('vault.open', { articleId, keptId: file.id })).toEqual({
    shown: 'file',
    why: null,
  });
});

test('copies are removed when Stet quits, and those of a killed process at the next start', async () => {
  const { call, core, attach, articleId, library, openedPaths } = await openWatchedVault();
  const copies = join(library, 'copies');
  const { id } = await attach('ledger.pdf', 'text');
  await call('vault.open', { articleId, keptId: id });
  expect(await listFileNames(copies)).toHaveLength(1);
  await core.close();
  expect(await listFileNames(copies)).toEqual([]);
  await writeFile(join(copies, 'left behind'), 'secret');
  const next = await openVault({}, library);
  await expect.poll(() => listFileNames(copies)).toEqual([]);
  await next.core.close();
  expect(openedPaths).toHaveLength(1);
});

test('an edit can only attach a file that the vault has, in the right size', async () => {
  const { call, callFailing, attach, articleId, vault } = await openVault();
  const ledger = await attach('ledger.pdf', 'the ledger');
  const { sha256, name, bytes, mime }: StoredFile = ledger;
  const refused = async (file: StoredFile) => {
    const { attachment: _, ...change } = createAttachChange(file);
    return (await callFailing('review.apply', { articleId, change })).code;
  };
  expect(await refused({ sha256: computeSha256('never added'), name, bytes, mime })).toBe('badRequest');
  expect(await refused({ sha256, name, bytes: bytes + 1, mime })).toBe('badRequest');
  const update = (after: Partial<StoredFile>, before: Partial<StoredFile>) => ({
    id: newId(),
    action: 'evidence.edit' as const,
    edits: [{ table: 'attachments' as const, id: ledger.id, update: { before, after } }],
  });
  const other = update({ sha256: computeSha256('never added') }, { sha256 });
  expect((await callFailing('review.apply', { articleId, change: other })).code).toBe('badRequest');
  expect(
    (await callFailing('review.apply', { articleId, change: update({ bytes: 1 }, { bytes }) })).code,
  ).toBe('badRequest');
  // Edits that do not set the content are accepted although the file is gone; so are undo and redo.
  await rm(join(vault, sha256));
  await call('review.apply', { articleId, change: update({ name: 'renamed.pdf' }, { name }) });
  for (const step of ['undo', 'undo', 'redo', 'redo'] as const) await call(`review.${step}`, { articleId });
  const { review } = await call('review.open', { articleId });
  expect(review.attachments).toMatchObject([{ name: 'renamed.pdf' }]);
});
