import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArticleFile } from '#main/core/import/intake.ts';
import { refusingDialogs } from '#tests/unit/main/support/plain-platform.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

test('a file is read with its name and its exact bytes', async () => {
  const path = join(await tempFolder(), 'Zoë.md');
  await writeFile(path, new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
  expect(await readArticleFile(path)).toEqual({
    name: 'Zoë.md',
    bytes: new Uint8Array([0xff, 0xfe, 0x41, 0x00]),
  });
});

test('a file that can’t be an article is refused in plain words', async () => {
  const folder = await tempFolder();
  const large = join(folder, 'large.txt');
  await writeFile(large, '');
  await truncate(large, 100 * 1024 * 1024 + 1);
  await expect(readArticleFile(large)).rejects.toMatchObject({
    message: expect.stringContaining('larger than 100 MB'),
  });
  await expect(readArticleFile(folder)).rejects.toMatchObject({
    message: expect.stringContaining('is not a file'),
  });
  await expect(readArticleFile('/dev/zero')).rejects.toMatchObject({
    message: expect.stringContaining('is not a file'),
  });
  await expect(readArticleFile(join(folder, 'gone.txt'))).rejects.toMatchObject({
    message: expect.stringContaining('no longer there'),
  });
});

test('the dialog starts in the folder of the last file, and cancelling it is not a failure', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'a.md');
  await writeFile(path, 'text');
  const starts: string[] = [];
  const picks: (string[] | null)[] = [[path], null];
  const { call } = testCore(join(folder, 'library'), {
    documentsFolder: '/documents',
    dialogs: {
      ...refusingDialogs,
      openFiles: async (start) => {
        starts.push(start);
        return picks.shift() ?? null;
      },
    },
  });
  expect((await call('import.choose', null))?.map(({ name }) => name)).toEqual(['a.md']);
  expect(await call('import.choose', null)).toBeNull();
  expect(starts).toEqual(['/documents', folder]);
});
