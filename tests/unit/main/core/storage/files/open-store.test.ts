import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../../../../../main/core/storage/files/open-store';
import { alwaysWritable } from '../../../../../../main/core/storage/lock/write-access';
import { tempFolder } from '../../../support/temp-folder';

const format = { format: 'stet-names', version: 1, schema: z.strictObject({ names: z.array(z.string()) }) };
const platform = { now: () => new Date(0), log: { error: () => undefined }, access: alwaysWritable };

test('what is saved is held, and loaded again by the next store', async () => {
  const path = join(await tempFolder(), 'names.json');
  const store = openStore(path, format, platform);
  expect([await store.load(), store.data, store.loadResult.state]).toEqual([null, null, 'absent']);
  await store.save({ names: ['Zoë'] });
  expect(store.data).toEqual({ names: ['Zoë'] });
  expect(await openStore(path, format, platform).load()).toEqual({ names: ['Zoë'] });
});

test('data that could not be saved are not held', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'inside', 'names.json');
  const store = openStore(path, format, platform);
  await expect(store.save({ names: [] })).rejects.toMatchObject({ code: 'ENOENT' });
  expect(store.data).toBeNull();
});

test('a file that became damaged is not held any more, and peeking leaves it where it is', async () => {
  const path = join(await tempFolder(), 'names.json');
  const store = openStore(path, format, platform);
  await store.save({ names: ['Zoë'] });
  await writeFile(path, 'nothing');
  expect(await store.peek()).toBeNull();
  expect(await readFile(path, 'utf8')).toBe('nothing');
  expect(await store.load()).toBeNull();
  expect([store.data, store.loadResult.state]).toEqual([null, 'damaged']);
});
