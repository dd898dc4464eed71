import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFileDurably } from '../../../../../../main/core/storage/files/durable-file';
import { createTempPath, removeTempFiles } from '../../../../../../main/core/storage/files/temp-files';
import { tempFolder } from '../../../support/temp-folder';

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
