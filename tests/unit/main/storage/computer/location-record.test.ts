import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LocationFile, type LocationRecord, locateLibrary } from '#main/storage/computer/location-record.ts';
import { encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { createFilePlatform, createLibraryFiles } from './location-files.ts';

async function setUp() {
  const root = await tempFolder();
  const userData = join(root, 'user');
  await mkdir(userData);
  const platform = createFilePlatform();
  return {
    usual: join(userData, 'library'),
    other: join(root, 'other'),
    userData,
    platform,
    record: join(userData, 'library-location.json'),
    locate: () => locateLibrary(userData, platform),
    note: (record: Partial<LocationRecord>) => new LocationFile(userData, platform).change(record),
  };
}

test('the first start creates a library in the usual folder, and writes nothing before', async () => {
  const { locate, usual, userData } = await setUp();
  expect(await locate()).toEqual({ state: 'open', folder: usual, isNew: true, isAccepted: true });
  expect(await readdir(userData)).toEqual([]);
});

test('a library in the usual folder needs no record', async () => {
  const { locate, usual } = await setUp();
  await createLibraryFiles(usual);
  expect(await locate()).toEqual({ state: 'open', folder: usual, isNew: false, isAccepted: true });
});

test('a folder that was created and never filled, as after a crash at the first start, is used', async () => {
  const { locate, usual } = await setUp();
  await mkdir(usual);
  await writeFile(join(usual, 'lock.json'), '');
  expect(await locate()).toEqual({ state: 'open', folder: usual, isNew: true, isAccepted: true });
});

test('a link to a disk that is not connected is no first start', async () => {
  const { locate, usual, other } = await setUp();
  await symlink(other, usual);
  expect(await locate()).toEqual({ state: 'missing', folder: usual, why: 'absent' });
});

test.each(['usual', 'other'] as const)(
  'a known library whose %s folder is gone is a question',
  async (which) => {
    const { locate, note, ...folders } = await setUp();
    const folder = folders[which];
    await createLibraryFiles(folder);
    await note({ folder });
    expect(await locate()).toEqual({ state: 'open', folder, isNew: false, isAccepted: true });
    await rm(folder, { recursive: true });
    expect(await locate()).toEqual({ state: 'missing', folder, why: 'absent' });
    // The empty folder on which a disk is usually mounted.
    await mkdir(folder);
    expect(await locate()).toEqual({ state: 'missing', folder, why: 'empty' });
    await writeFile(join(folder, 'notes.txt'), '');
    expect(await locate()).toEqual({ state: 'missing', folder, why: 'empty' });
  },
);

test('the folder of all user data can be moved: the record does not name the usual folder', async () => {
  const { note, usual, record } = await setUp();
  await note({ folder: usual });
  expect(await readFile(record, 'utf8')).toContain('"folder":null');
});

test('a library that was chosen to be created is created, unless its disk is gone by then', async () => {
  const { locate, note, other } = await setUp();
  await note({ folder: other, isNew: true });
  expect(await locate()).toEqual({ state: 'open', folder: other, isNew: true, isAccepted: true });
  await note({ folder: join(other, 'deeper'), isNew: true });
  await writeFile(other, 'no folder');
  expect(await locate()).toMatchObject({ state: 'missing' });
});

test.each([
  ['damaged', '{}'],
  ['newer', encodeChecksummed('stet-location', 2, { folder: null })],
])('a %s record is a question, also at the next start, and stays as it is', async (_, content) => {
  const { locate, usual, record } = await setUp();
  await createLibraryFiles(usual);
  await writeFile(record, content);
  for (let start = 0; start < 2; start += 1)
    expect(await locate()).toEqual({ state: 'missing', folder: usual, why: 'unknown' });
  expect(await readFile(record, 'utf8')).toBe(content);
});

test('the answer to the question replaces a damaged record, which is kept', async () => {
  const { locate, note, other, record, userData } = await setUp();
  await createLibraryFiles(other);
  await writeFile(record, '{}');
  await note({ folder: other });
  expect(await locate()).toEqual({ state: 'open', folder: other, isNew: false, isAccepted: true });
  expect((await readdir(userData)).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});

test('fields of a newer version stay in the record', async () => {
  const { note, other, record } = await setUp();
  const stored = {
    folder: null,
    isNew: false,
    isAccepted: true,
    moving: null,
    leaving: null,
    alsoKnown: ['/elsewhere'],
  };
  await writeFile(record, encodeChecksummed('stet-location', 1, stored));
  await note({ folder: other });
  expect(JSON.parse(await readFile(record, 'utf8'))).toMatchObject({ ...stored, folder: other });
});
