import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  halfWritten,
  makeFolder,
  removeHalfWritten,
  writeWhole,
} from '../../../../../../main/core/storage/files/durable-file';
import { tempFolder } from '../../../support/temp-folder';

test('a file is written whole and replaces the one before', async () => {
  const path = join(await tempFolder(), 'a.json');
  await writeWhole(path, 'first');
  await writeWhole(path, new TextEncoder().encode('second'));
  expect(await readFile(path, 'utf8')).toBe('second');
});

test('a write that fails leaves the old content and nothing else', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'taken', 'inside'), { recursive: true });
  await expect(writeWhole(join(folder, 'taken'), 'text')).rejects.toThrow();
  await expect(writeWhole(join(folder, 'missing', 'file'), 'text')).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual(['taken']);
});

test('many writes at once leave one whole content', async () => {
  const folder = await tempFolder();
  const contents = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
  await Promise.all(contents.map((content) => writeWhole(join(folder, 'a'), content)));
  expect(contents).toContain(await readFile(join(folder, 'a'), 'utf8'));
  expect(await readdir(folder)).toEqual(['a']);
});

test('a file can have the longest name that there is', async () => {
  const folder = await tempFolder();
  const name = `${'あ'.repeat(83)}.html`;
  expect(Buffer.byteLength(name)).toBeGreaterThan(250);
  await writeWhole(join(folder, name), 'text');
  expect(await readdir(folder)).toEqual([name]);
});

test('what is not whole yet is known by its name', async () => {
  const folder = await tempFolder();
  await writeWhole(join(folder, 'a'), 'text', async (temp) => {
    expect(temp).not.toBe(join(folder, 'a'));
    await removeHalfWritten(folder);
    expect(await readdir(folder)).toEqual([]);
    await writeFile(temp, 'text');
  });
  await writeFile(halfWritten(folder, 'attaching'), '');
  await removeHalfWritten(folder);
  expect(await readdir(folder)).toEqual(['a']);
});

test('what a killed run left half-written is removed, and nothing else', async () => {
  const folder = await tempFolder();
  const names = ['review.json.0123456789ab.tmp', 'review.json', 'mine.tmp', 'review.json.damaged-2026'];
  for (const name of names) await writeFile(join(folder, name), '');
  await removeHalfWritten(folder);
  expect((await readdir(folder)).sort()).toEqual(names.slice(1).sort());
  await removeHalfWritten(join(folder, 'missing'));
});

test('a folder is made with those above it, and may be there already', async () => {
  const folder = join(await tempFolder(), 'a', 'b', 'c');
  await makeFolder(folder);
  await makeFolder(folder);
  expect(await readdir(folder)).toEqual([]);
});
