import {
  symlink as makeLink,
  mkdir,
  readFile as readAny,
  readlink as readAnyLink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as disk from '#main/storage/disk/disk.ts';
import { createFolder, writeFileDurably } from '#main/storage/disk/durable-file.ts';
import { NotRegularFileError, readRegularFile } from '#main/storage/disk/regular-file.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

/** A root, itself reached by a link, with links to a folder and a file outside, and a file of its own. */
async function setUp() {
  const base = await tempFolder();
  const outside = join(base, 'outside');
  for (const folder of ['real', 'outside']) await mkdir(join(base, folder));
  await makeLink('real', join(base, 'root'));
  const root = join(base, 'root');
  for (const file of [join(outside, 'secret'), join(root, 'own')]) await writeFile(file, 'text');
  await makeLink('../outside', join(root, 'folder'));
  await makeLink('../outside/secret', join(root, 'file'));
  await makeLink('../outside/missing', join(root, 'dangling'));
  disk.addRoot(root);
  return { base, root, outside };
}

const calls: Record<string, (path: string, other: string) => Promise<unknown>> = {
  open: (path) => disk.open(path, 'r'),
  'open to write': (path) => disk.open(path, 'r+'),
  readFile: disk.readFile,
  readdir: disk.readdir,
  stat: disk.stat,
  statExactly: disk.statExactly,
  access: (path) => disk.access(path),
  mkdir: (path) => disk.mkdir(path, 0o700),
  chmod: (path) => disk.chmod(path, 0o600),
  'rename from': (path, other) => disk.rename(path, other),
  'rename to': (path, other) => disk.rename(other, path),
  'copyFile from': (path, other) => disk.copyFile(path, other, 0),
  'copyFile to': (path, other) => disk.copyFile(other, path, 0),
  link: (path, other) => disk.link(path, join(other, '..', 'second')),
  rm: (path) => disk.rm(path, { force: true }),
  rmdir: disk.rmdir,
  removeTree: disk.removeTree,
  writeFileDurably: (path) => writeFileDurably(path, 'new'),
  createFolder: (path) => createFolder(path),
  'createFolder in it': (path) => createFolder(join(path, 'new')),
};

test.each(Object.entries(calls))('%s refuses a link, and a path through one', async (_, call) => {
  const { root, outside } = await setUp();
  for (const place of ['folder', 'file', 'dangling', 'folder/secret', 'folder/new'])
    await expect(call(join(root, place), join(root, 'own'))).rejects.toThrow(disk.LinkError);
  expect(await disk.readdir(outside)).toEqual(['secret']);
  expect(await readAny(join(outside, 'secret'), 'utf8')).toBe('text');
  expect(await readAnyLink(join(root, 'folder'))).toBe('../outside');
  expect(await readAny(join(root, 'own'), 'utf8')).toBe('text');
});

test('a root may be a link, and what is outside of every root is used as it is', async () => {
  const { base, root } = await setUp();
  expect(await disk.readdir(root)).toEqual(['own']);
  await writeFileDurably(join(root, 'own'), 'new');
  expect((await disk.readFile(join(base, 'real', 'own'))).toString()).toBe('new');
  await makeLink('outside', join(base, 'elsewhere'));
  expect((await disk.readFile(join(base, 'elsewhere', 'secret'))).toString()).toBe('text');
});

test('removing a folder leaves the links in it, and the folders that hold them', async () => {
  const { root, outside } = await setUp();
  const folder = join(root, 'removed');
  for (const name of ['empty', 'holds', 'full']) await mkdir(join(folder, name), { recursive: true });
  for (const name of ['holds/a', 'full/a', 'b']) await writeFile(join(folder, name), '');
  await makeLink(outside, join(folder, 'holds', 'link'));
  await disk.removeTree(folder);
  expect(await disk.readdir(folder)).toEqual(['holds']);
  expect((await disk.readdirWithLinks(join(folder, 'holds'))).map(({ name }) => name)).toEqual(['link']);
  expect(await disk.readdir(outside)).toEqual(['secret']);
  await disk.unlink(join(folder, 'holds', 'link'));
  await disk.removeTree(folder);
  await disk.removeTree(folder);
  expect(await disk.readdir(root)).toEqual(['own']);
});

test('a file that others may have put there is read through no link, unless the reviewer picked it', async () => {
  const { root } = await setUp();
  const read = (place: string, followLinks: boolean) =>
    readRegularFile(join(root, place), { followLinks }, async (handle) =>
      (await handle.readFile()).toString(),
    );
  await expect(read('file', false)).rejects.toThrow(NotRegularFileError);
  await expect(read('folder/secret', false)).rejects.toThrow(disk.LinkError);
  expect(await read('folder/secret', true)).toBe('text');
});
