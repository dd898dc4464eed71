import { chmod, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createFolder,
  createPrivateFile,
  createTempPath,
  removeTempFiles,
  writeFileDurably,
} from '#main/storage/disk/durable-file.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

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

test('a temporary file is recognised by its name', async () => {
  const folder = await tempFolder();
  const inspect = async (temp: string) => {
    expect(temp).not.toBe(join(folder, 'a'));
    await removeTempFiles(folder);
    expect(await readdir(folder)).toEqual([]);
    await writeFile(temp, 'text');
  };
  await writeFileDurably(join(folder, 'a'), 'text', { inspect });
  await writeFile(createTempPath(folder, 'attaching'), '');
  await removeTempFiles(folder);
  expect(await readdir(folder)).toEqual(['a']);
});

test('temporary files of a killed process are removed, and nothing else', async () => {
  const folder = await tempFolder();
  const names = [
    'writing.0123456789ab.tmp',
    'review.json',
    'mine.tmp',
    'mine.0123456789ab.tmp',
    'review.json.damaged-2026',
  ];
  for (const name of names) await writeFile(join(folder, name), '');
  await removeTempFiles(folder);
  expect((await readdir(folder)).sort()).toEqual(names.slice(1).sort());
  await removeTempFiles(join(folder, 'missing'));
});

const getMode = async (path: string) => ((await stat(path)).mode & 0o2777).toString(8);

async function createParent(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-access-'));
  await chmod(folder, mode);
  return folder;
}

describe.skipIf(process.platform === 'win32')('What Stet creates', () => {
  test.each([0o700, 0o755, 0o777 & ~0o020])('is for the user alone in a folder of mode %o', async (mode) => {
    const parent = await createParent(mode);
    const folder = join(parent, 'a', 'b');
    await createFolder(folder);
    await writeFileDurably(join(folder, 'file'), 'text');
    await (await createPrivateFile(join(folder, 'other'))).close();
    expect(await getMode(join(parent, 'a'))).toBe('700');
    expect(await getMode(folder)).toBe('700');
    expect(await getMode(join(folder, 'file'))).toBe('600');
    expect(await getMode(join(folder, 'other'))).toBe('600');
  });

  test.each([
    [0o2770, '2770', '660'],
    [0o770, '770', '660'],
    [0o775, '770', '660'],
  ])('gets the access of the group in a folder of mode %o', async (mode, folderMode, fileMode) => {
    const parent = await createParent(mode);
    const folder = join(parent, 'a', 'b');
    await createFolder(folder);
    await writeFileDurably(join(folder, 'file'), 'text');
    expect(await getMode(join(parent, 'a'))).toBe(folderMode);
    expect(await getMode(folder)).toBe(folderMode);
    expect(await getMode(join(folder, 'file'))).toBe(fileMode);
  });

  test('keeps the mode of a file and of a folder that exist', async () => {
    const parent = await createParent(0o755);
    const folder = join(parent, 'old');
    await mkdir(folder);
    await chmod(folder, 0o755);
    const path = join(folder, 'file');
    await writeFile(path, 'before');
    await chmod(path, 0o644);
    await createFolder(folder);
    await writeFileDurably(path, 'after');
    expect([await getMode(folder), await getMode(path)]).toEqual(['755', '644']);
  });

  test('a report is as readable as the system makes new files', async () => {
    const parent = await createParent(0o755);
    const path = join(parent, 'report.html');
    await writeFileDurably(path, 'text', { isPrivate: false });
    expect(await getMode(path)).toBe((0o666 & ~process.umask()).toString(8));
  });
});
