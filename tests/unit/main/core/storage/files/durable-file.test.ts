import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFolder, writeFileDurably } from '../../../../../../main/core/storage/files/durable-file';
import { tempFolder } from '../../../support/temp-folder';

test('a file is written whole and replaces the previous one', async () => {
  const path = join(await tempFolder(), 'a.json');
  await writeFileDurably(path, 'first');
  await writeFileDurably(path, new TextEncoder().encode('second'));
  expect(await readFile(path, 'utf8')).toBe('second');
});

test('a write that fails leaves the old content and nothing else', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'taken', 'inside'), { recursive: true });
  await expect(writeFileDurably(join(folder, 'taken'), 'text')).rejects.toThrow();
  await expect(writeFileDurably(join(folder, 'missing', 'file'), 'text')).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual(['taken']);
});

test('concurrent writes leave the whole content of one of them', async () => {
  const folder = await tempFolder();
  const contents = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
  await Promise.all(contents.map((content) => writeFileDurably(join(folder, 'a'), content)));
  expect(contents).toContain(await readFile(join(folder, 'a'), 'utf8'));
  expect(await readdir(folder)).toEqual(['a']);
});

test('a file can have the longest name that the system allows', async () => {
  const folder = await tempFolder();
  const name = `${'あ'.repeat(83)}.html`;
  expect(Buffer.byteLength(name)).toBeGreaterThan(250);
  await writeFileDurably(join(folder, name), 'text');
  expect(await readdir(folder)).toEqual([name]);
});

test('a folder is created with its parents, and may exist already', async () => {
  const folder = join(await tempFolder(), 'a', 'b', 'c');
  await createFolder(folder);
  await createFolder(folder);
  expect(await readdir(folder)).toEqual([]);
});
