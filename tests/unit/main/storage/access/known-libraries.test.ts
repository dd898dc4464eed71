import { cp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptLibrary, findWithheldAccess, noteWriting } from '#main/storage/access/known-libraries.ts';
import { readLibraryIdentity } from '#main/storage/access/library-id.ts';
import { encodeChecksummed } from '#main/storage/disk/checksummed-json.ts';
import { alwaysWritable } from '#main/storage/disk/write-access.ts';
import { choose } from '#tests/unit/effort.ts';
import { newId } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { createLibraryFiles } from '../computer/location-files.ts';

/** An installation of Stet, which opens libraries that somebody chose. */
function createInstallation(root: string, name: string) {
  const context = (libraryFolder: string) => ({
    userDataFolder: join(root, name),
    libraryFolder,
    newId,
    now: () => new Date(0),
    log: { error: (message: string, error?: unknown) => expect.fail(`${message} ${String(error)}`) },
    location: { state: 'open' as const, folder: libraryFolder, isNew: false, isAccepted: false },
  });
  const ask = (folder: string) => findWithheldAccess(context(folder));
  const write = (folder: string) =>
    noteWriting(context(folder), { installation: name, host: `${name}’s computer` }, alwaysWritable);
  return {
    ask,
    write,
    accept: (folder: string) => acceptLibrary(context(folder)),
    /** Opens a library and works in it, as soon as that needs no question or it was answered. Resolves to whether it was asked. */
    async work(folder: string) {
      const isAsked = (await ask(folder)) !== null;
      if (isAsked) await acceptLibrary(context(folder));
      expect(await ask(folder)).toBeNull();
      await write(folder);
      return isAsked;
    },
  };
}

/** Two installations whose ids are `anna` and `ben`, and a library that nothing names. */
async function setUp() {
  const root = await tempFolder();
  const create = async (name: string) => {
    const created = createInstallation(root, name);
    // The first question makes an id, which this replaces.
    await created.ask(join(root, 'nowhere'));
    const text = encodeChecksummed('stet-installation', 1, { id: name });
    await writeFile(join(root, name, 'installation.json'), text);
    return created;
  };
  const library = join(root, 'library');
  await createLibraryFiles(library);
  return { root, library, anna: await create('anna'), ben: await create('ben') };
}

test('a library without a recorded writer is a stranger’s in a folder where this installation never was', async () => {
  const { library, anna } = await setUp();
  expect(await anna.ask(library)).toEqual({ kind: 'stranger', host: null });
  await anna.accept(library);
  expect(await anna.ask(library)).toBeNull();
});

test('a library that another installation wrote last is a stranger’s, and says on which computer', async () => {
  const { library, anna, ben } = await setUp();
  await ben.work(library);
  expect(await anna.ask(library)).toEqual({ kind: 'stranger', host: 'ben’s computer' });
});

test('the usual folder is nobody’s question, whoever wrote there', async () => {
  const { root, library, anna, ben } = await setUp();
  await ben.work(library);
  await cp(library, join(root, 'anna', 'library'), { recursive: true });
  expect(await anna.ask(join(root, 'anna', 'library'))).toBeNull();
  await symlink(join(root, 'anna', 'library'), join(root, 'link'));
  expect(await anna.ask(join(root, 'link'))).toBeNull();
});

test('two who take turns in one library are asked once each', async () => {
  const { library, anna, ben } = await setUp();
  const asked = [];
  for (let turn = 0; turn < 3; turn += 1) asked.push(await anna.work(library), await ben.work(library));
  expect(asked).toEqual([true, true, false, false, false, false]);
});

test('a library that was moved by hand is the own one, and a known place with another library is not', async () => {
  const { root, library, anna, ben } = await setUp();
  await anna.work(library);
  await rename(library, join(root, 'moved'));
  expect(await anna.ask(join(root, 'moved'))).toBeNull();
  await createLibraryFiles(library);
  await ben.work(library);
  expect(await anna.ask(library)).toMatchObject({ kind: 'stranger' });
});

test('a library without a name where a named one was known is another one, and asked about once', async () => {
  const { root, library, anna, ben } = await setUp();
  await anna.work(library);
  await rename(library, join(root, 'moved'));
  // Another stick, with a library that nothing names.
  await createLibraryFiles(library);
  expect(await anna.work(library)).toBe(true);
  expect(await anna.ask(library)).toBeNull();
  await ben.work(join(root, 'moved'));
  await rm(join(library, 'library-id.json'));
  await symlink(join(root, 'moved', 'library-id.json'), join(library, 'library-id.json'));
  expect(await anna.ask(library)).toMatchObject({ kind: 'stranger' });
});

test('an id that is known at one place says nothing at another once somebody else wrote there', async () => {
  const { root, library, anna, ben } = await setUp();
  await anna.work(library);
  const copy = join(root, 'copy');
  await cp(library, copy, { recursive: true });
  await ben.work(copy);
  expect(await anna.ask(copy)).toMatchObject({ kind: 'stranger' });
  expect(await anna.ask(library)).toBeNull();
});

test('consent holds for the library and its writer at each place, and for no other library of theirs', async () => {
  const { root, library, anna, ben } = await setUp();
  await ben.work(library);
  await anna.accept(library);
  await cp(library, join(root, 'sent again'), { recursive: true });
  expect(await anna.ask(join(root, 'sent again'))).toBeNull();
  await createLibraryFiles(join(root, 'another'));
  await ben.work(join(root, 'another'));
  expect(await anna.ask(join(root, 'another'))).toMatchObject({ kind: 'stranger' });
});

test('a damaged id at a known place is no question, and left as it is', async () => {
  const { library, anna, ben } = await setUp();
  await anna.work(library);
  const path = join(library, 'library-id.json');
  const whole = await readFile(path);
  await writeFile(path, '{}');
  expect(await anna.ask(library)).toBeNull();
  // Its backups begin anew only with the next backup, and the check names the damage until then.
  await anna.write(library);
  expect(await readFile(path, 'utf8')).toBe('{}');
  await writeFile(path, whole);
  await ben.work(library);
  expect(await anna.ask(library)).toBeNull();
});

test('the writer is noted once, beside fields of later versions, and never over a file of one', async () => {
  const { library, anna } = await setUp();
  const path = join(library, 'library-id.json');
  await writeFile(
    path,
    encodeChecksummed('stet-library-id', 1, { id: 'known-id', lastWriter: null, desk: 'news' }),
  );
  await anna.write(library);
  expect(await readLibraryIdentity(library)).toEqual({
    id: 'known-id',
    desk: 'news',
    lastWriter: { installation: 'anna', host: 'anna’s computer' },
  });
  const written = await readFile(path, 'utf8');
  await rm(join(library, '..', 'anna', 'known-libraries.json'));
  await anna.write(library);
  expect(await readFile(path, 'utf8')).toBe(written);
  const newer = encodeChecksummed('stet-library-id', 2, { id: 'known-id' });
  await writeFile(path, newer);
  await expect(anna.write(library)).rejects.toThrow('a newer Stet wrote library-id.json');
  expect(await readFile(path, 'utf8')).toBe(newer);
});

test('whoever works in copies of a library is asked exactly where they never were and somebody else wrote last', async () => {
  const step = fc.record({
    who: fc.constantFrom('anna' as const, 'ben' as const),
    location: fc.nat(2),
    from: fc.option(fc.nat(2), { freq: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { root, library, ...people } = await setUp();
      /** Who worked where, whom each accepted, and who wrote last at each location. */
      const been = new Set<string>();
      const accepted = new Set<string>();
      const writers: (string | null)[] = [null, null, null];
      const folder = (location: number) => join(root, `location ${location}`);
      // With an id of its own, so that the copies are copies of one library.
      const identity = encodeChecksummed('stet-library-id', 1, { id: 'one-library', lastWriter: null });
      await writeFile(join(library, 'library-id.json'), identity);
      for (const place of writers.keys()) await cp(library, folder(place), { recursive: true });
      for (const { who, location, from } of steps) {
        if (from !== null && from !== location) {
          await cp(folder(from), folder(location), { recursive: true, force: true });
          writers[location] = writers[from] ?? null;
        }
        const writer = writers[location] ?? null;
        const isTrusted =
          writer === who || been.has(`${who} ${location}`) || accepted.has(`${who} ${writer}`);
        expect(await people[who].work(folder(location))).toBe(!isTrusted);
        if (!isTrusted && writer !== null) accepted.add(`${who} ${writer}`);
        been.add(`${who} ${location}`);
        writers[location] = who;
      }
    }),
    { numRuns: choose(3, 12) },
  );
});
