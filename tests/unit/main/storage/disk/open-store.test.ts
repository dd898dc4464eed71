import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { DurableJsonFile, openStore } from '#main/storage/disk/open-store.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { everyBitFlip } from '#tests/unit/main/support/flip-bits.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';

const schema = z.strictObject({ names: z.array(z.string()) });
type Names = z.infer<typeof schema>;

function createFile(path: string) {
  const now = () => new Date('2026-02-03T04:05:06.007Z');
  const format = { format: 'stet-names', version: 2, schema };
  return new DurableJsonFile<Names>(path, format, {
    now,
    log: { error: () => undefined },
    access: alwaysWritable,
  });
}

async function writeNames(text: string) {
  const folder = await tempFolder();
  const path = join(folder, 'names.json');
  await writeFile(path, text);
  return { folder, path, file: createFile(path) };
}

const good = encodeChecksummed('stet-names', 2, { names: ['Zoë', 'A\ud83d\ude00', '\ud800'] });

test('a file that is not there is absent, and lowdb keeps its defaults', async () => {
  const file = createFile(join(await tempFolder(), 'names.json'));
  const low = new Low(file, { names: ['default'] });
  await low.read();
  expect(low.data).toEqual({ names: ['default'] });
  expect(file.loadResult).toEqual({ state: 'absent' });
});

test('what lowdb writes is read again, with format, version and checksum beside the data', async () => {
  const path = join(await tempFolder(), 'names.json');
  const low = new Low(createFile(path), { names: ['Zoë'] });
  await low.write();
  const again = createFile(path);
  expect(await again.read()).toEqual({ names: ['Zoë'] });
  expect(again.loadResult.state).toBe('read');
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
    format: 'stet-names',
    version: 2,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    names: ['Zoë'],
  });
});

test('every single flipped bit is detected', async () => {
  const { path, file } = await writeNames(good);
  for (const flipped of everyBitFlip(Buffer.from(good))) {
    await writeFile(path, flipped);
    expect(await file.read()).toBeNull();
    expect(file.loadResult.state).toBe('damaged');
  }
});

test('peeking reads a file as usual, and leaves a damaged one where it is', async () => {
  const { path, file } = await writeNames(good);
  expect((await file.peek())?.names[0]).toBe('Zoë');
  await writeFile(path, good.slice(0, -5));
  expect(await file.peek()).toBeNull();
  expect(await readFile(path, 'utf8')).toBe(good.slice(0, -5));
  expect(await createFile(`${path}.gone`).peek()).toBeNull();
});

test('a damaged file is renamed, and a new one can be written', async () => {
  const { folder, path, file } = await writeNames(good.slice(0, -5));
  expect(await file.read()).toBeNull();
  const renamedTo = `${path}.damaged-2026-02-03T04-05-06-007Z`;
  expect(file.loadResult).toEqual({ state: 'damaged', reason: 'its checksum does not match', renamedTo });
  await file.write({ names: [] });
  expect((await readdir(folder)).length).toBe(2);
  expect(await readFile(renamedTo, 'utf8')).toBe(good.slice(0, -5));
});

test.each([
  ['empty', ''],
  ['null', 'null'],
  ['foreign JSON', '{"names":["Zoë"]}'],
  ['of another format', encodeChecksummed('stet-other', 1, { names: [] })],
  ['of another shape', encodeChecksummed('stet-names', 2, { names: [1] })],
])('a file that is %s is damaged, never silently empty', async (_what, text) => {
  const { file } = await writeNames(text);
  expect(await file.read()).toBeNull();
  expect(file.loadResult.state).toBe('damaged');
});

test('a file of a newer version is left untouched and never overwritten', async () => {
  const newer = encodeChecksummed('stet-names', 3, { people: [] });
  const { path, file } = await writeNames(newer);
  expect(await file.read()).toBeNull();
  expect(file.loadResult).toEqual({ state: 'newer' });
  await expect(file.write({ names: [] })).rejects.toMatchObject({ code: 'readOnly' });
  expect(await readFile(path, 'utf8')).toBe(newer);
});

test('a folder at the path is unreadable and never overwritten', async () => {
  const file = createFile(await tempFolder());
  await file.read();
  expect(file.loadResult.state).toBe('unreadable');
  await expect(file.write({ names: [] })).rejects.toMatchObject({ code: 'readOnly' });
});

test('writes happen in the order of their calls, with the data at the time of the call', async () => {
  const path = join(await tempFolder(), 'names.json');
  const low = new Low(createFile(path), { names: [''] });
  const writes = Array.from({ length: 30 }, (_, index) => {
    low.data.names = [String(index)];
    return low.write();
  });
  low.data.names = ['never written'];
  await Promise.all(writes);
  expect(await createFile(path).read()).toEqual({ names: ['29'] });
});

const format = { format: 'stet-names', version: 1, schema: z.strictObject({ names: z.array(z.string()) }) };
const platform = { now: () => new Date(0), log: { error: () => undefined }, access: alwaysWritable };

test('what is saved is loaded again by the next store', async () => {
  const path = join(await tempFolder(), 'names.json');
  const store = openStore(path, format, platform);
  expect([await store.load(), store.loadResult.state]).toEqual([null, 'absent']);
  await store.save({ names: ['Zoë'] });
  expect(await openStore(path, format, platform).load()).toEqual({ names: ['Zoë'] });
});

test('a file that became damaged is loaded no more, and peeking leaves it where it is', async () => {
  const path = join(await tempFolder(), 'names.json');
  const store = openStore(path, format, platform);
  await store.save({ names: ['Zoë'] });
  await writeFile(path, 'nothing');
  expect(await store.peek()).toBeNull();
  expect(await readFile(path, 'utf8')).toBe('nothing');
  expect(await store.load()).toBeNull();
  expect(store.loadResult.state).toBe('damaged');
});
