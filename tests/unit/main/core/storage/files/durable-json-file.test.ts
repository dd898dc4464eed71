import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { seal } from '../../../../../../main/core/storage/files/checksummed-text';
import { DurableJsonFile } from '../../../../../../main/core/storage/files/durable-json-file';
import { everyBitFlip } from '../../../support/flip-bits';
import { tempFolder } from '../../../support/temp-folder';

const schema = z.strictObject({ names: z.array(z.string()) });
type Names = z.infer<typeof schema>;

function namesFile(path: string) {
  const now = () => new Date('2026-02-03T04:05:06.007Z');
  return new DurableJsonFile<Names>(path, { format: 'stet-names', version: 2, schema, now });
}

async function written(text: string) {
  const folder = await tempFolder();
  const path = join(folder, 'names.json');
  await writeFile(path, text);
  return { folder, path, file: namesFile(path) };
}

const good = seal('stet-names', 2, { names: ['Zoë', 'A\ud83d\ude00', '\ud800'] });

test('a file that is not there is absent, and lowdb keeps its defaults', async () => {
  const file = namesFile(join(await tempFolder(), 'names.json'));
  const low = new Low(file, { names: ['default'] });
  await low.read();
  expect(low.data).toEqual({ names: ['default'] });
  expect(file.found).toEqual({ state: 'absent' });
});

test('what lowdb writes is read again, with format, version and sum beside the data', async () => {
  const path = join(await tempFolder(), 'names.json');
  const low = new Low(namesFile(path), { names: ['Zoë'] });
  await low.write();
  const again = namesFile(path);
  expect(await again.read()).toEqual({ names: ['Zoë'] });
  expect(again.found.state).toBe('read');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    format: 'stet-names',
    version: 2,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    names: ['Zoë'],
  });
});

test('every single flipped bit is detected', async () => {
  const { path, file } = await written(good);
  for (const flipped of everyBitFlip(Buffer.from(good))) {
    await writeFile(path, flipped);
    expect(await file.read()).toBeNull();
    expect(file.found.state).toBe('damaged');
  }
});

test('a damaged file is kept beside, and can then be written anew', async () => {
  const { folder, path, file } = await written(good.slice(0, -5));
  expect(await file.read()).toBeNull();
  const keptAs = `${path}.damaged-2026-02-03T04-05-06-007Z`;
  expect(file.found).toEqual({ state: 'damaged', reason: 'its checksum does not match', keptAs });
  await file.write({ names: [] });
  expect((await readdir(folder)).length).toBe(2);
  expect(await readFile(keptAs, 'utf8')).toBe(good.slice(0, -5));
});

test.each([
  ['empty', ''],
  ['null', 'null'],
  ['foreign JSON', '{"names":["Zoë"]}'],
  ['of another format', seal('stet-other', 1, { names: [] })],
  ['of another shape', seal('stet-names', 2, { names: [1] })],
])('a file that is %s is damaged, never silently empty', async (_what, text) => {
  const { file } = await written(text);
  expect(await file.read()).toBeNull();
  expect(file.found.state).toBe('damaged');
});

test('a newer version is left untouched, and nothing is written over it', async () => {
  const newer = seal('stet-names', 3, { people: [] });
  const { path, file } = await written(newer);
  expect(await file.read()).toBeNull();
  expect(file.found).toEqual({ state: 'newer' });
  await expect(file.write({ names: [] })).rejects.toMatchObject({ code: 'readOnly' });
  expect(await readFile(path, 'utf8')).toBe(newer);
});

test('a folder in its place is unreadable, and nothing is written over it', async () => {
  const file = namesFile(await tempFolder());
  await file.read();
  expect(file.found.state).toBe('unreadable');
  await expect(file.write({ names: [] })).rejects.toMatchObject({ code: 'readOnly' });
});

test('writes land in the order of their calls, with the data as they stood then', async () => {
  const path = join(await tempFolder(), 'names.json');
  const low = new Low(namesFile(path), { names: [''] });
  const writes = Array.from({ length: 30 }, (_, index) => {
    low.data.names = [String(index)];
    return low.write();
  });
  low.data.names = ['never written'];
  await Promise.all(writes);
  expect(await namesFile(path).read()).toEqual({ names: ['29'] });
});
