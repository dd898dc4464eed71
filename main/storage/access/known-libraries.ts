import { z } from 'zod';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import type { System } from '#main/base/system.ts';
import type { ReadOnlyAccess } from '#shared/contract/library-access.ts';
import { idSchema } from '#shared/domain/base/primitives.ts';
import { removeDeceptiveCharacters } from '#shared/text/characters/deceptive-characters.ts';
import { isSameFolder } from '../computer/inspect-folder.ts';
import { isLink, LinkError, realpath } from '../disk/disk.ts';
import { createFolder } from '../disk/durable-file.ts';
import { type JsonStore, openStore } from '../disk/open-store.ts';
import { libraryPaths, userDataPaths } from '../disk/paths.ts';
import { alwaysWritable, type WriteAccess } from '../disk/write-access.ts';
import { type LibraryIdentity, loadIdentity, noteLastWriter, type Writer } from './library-id.ts';
import { identifyInstallation } from './this-process.ts';

const knownSchema = z.looseObject({
  /** The libraries that this installation worked in, each at its location: a real path, without links. */
  opened: z.array(z.looseObject({ folder: z.string(), id: idSchema.nullable() })),
  /** The writers that the reviewer accepted, each for one library, wherever it lies. */
  accepted: z.array(z.looseObject({ id: idSchema, writer: z.string() })),
});

type Known = z.infer<typeof knownSchema>;

const format = { format: 'stet-known-libraries', version: 1, schema: knownSchema };

/** A library at a location. */
interface LocatedLibrary {
  /** A real path, without links. */
  folder: string;
  /** Null when it has no readable identity. */
  identity: LibraryIdentity | null;
  /** Whether it has no file with an identity. A damaged file may be that of the library that is known there. */
  isUnnamed: boolean;
}

/** Calls from several cores must not overwrite what another one noted. */
const inTurn = createSerialQueue();

/**
 * The libraries in which the reviewer of this installation works, kept with the user data. The id of a library alone proves nothing,
 * because anybody who once had a copy knows it.
 */
class KnownLibraries {
  readonly #store: JsonStore<Known>;

  constructor(private readonly platform: Pick<System, 'userDataFolder' | 'now' | 'log'>) {
    const { known } = userDataPaths(platform.userDataFolder);
    this.#store = openStore(known, format, { ...platform, access: alwaysWritable });
  }

  /** Whether the reviewer worked in the library at this location, or accepted its last writer. Never rejects. */
  async has(library: LocatedLibrary): Promise<boolean> {
    const { opened, accepted } = await this.#read();
    const { identity } = library;
    const writer = identity?.lastWriter?.installation;
    return (
      opened.some((one) => one.folder === library.folder && isSame(one.id, library)) ||
      accepted.some((one) => one.id === identity?.id && one.writer === writer)
    );
  }

  /** Whether the reviewer worked at this location in a library with another id. Never rejects. */
  async hasOtherAt(library: LocatedLibrary): Promise<boolean> {
    const { opened } = await this.#read();
    return opened.some(({ id, folder }) => folder === library.folder && id !== null && !isSame(id, library));
  }

  /** Notes that the reviewer works in the library. Rejects with the system's error, or with `readOnly`. */
  noteOpened(library: LocatedLibrary): Promise<void> {
    return inTurn(async () => {
      const known = await this.#read();
      const opened = withOpened(known, library);
      if (opened) await this.#write({ ...known, opened });
    });
  }

  /** As `noteOpened`, and that the reviewer accepted what its last writer wrote, there and elsewhere. */
  accept(library: LocatedLibrary): Promise<void> {
    return inTurn(async () => {
      const known = await this.#read();
      const { id, lastWriter } = library.identity ?? { id: null, lastWriter: null };
      const accepted =
        id === null || lastWriter === null
          ? known.accepted
          : [...known.accepted, { id, writer: lastWriter.installation }];
      await this.#write({ ...known, accepted, opened: withOpened(known, library) ?? known.opened });
    });
  }

  async #read(): Promise<Known> {
    return (await this.#store.load()) ?? { opened: [], accepted: [] };
  }

  async #write(known: Known): Promise<void> {
    await createFolder(this.platform.userDataFolder);
    await this.#store.save(known);
  }
}

/** Whether the library that is known by this id, null for one without, may be the one that is there now. */
function isSame(knownId: string | null, { identity, isUnnamed }: LocatedLibrary): boolean {
  return identity ? knownId === identity.id : !isUnnamed || knownId === null;
}

/** Adds a library to the locations; null when it is among them. A location holds one library at a time. */
function withOpened(
  { opened }: Known,
  { folder, identity, isUnnamed }: LocatedLibrary,
): Known['opened'] | null {
  const knownId = opened.find((one) => one.folder === folder)?.id ?? null;
  const id = identity?.id ?? (isUnnamed ? null : knownId);
  if (opened.some((one) => one.folder === folder && one.id === id)) return null;
  return [...opened.filter((one) => one.folder !== folder), { folder, id }];
}

/** Longer names of computers are cut, in UTF-16 code units. */
const maxHostLength = 100;

type TrustPlatform = Pick<System, 'userDataFolder' | 'libraryFolder' | 'location' | 'newId' | 'now' | 'log'>;

/**
 * Why this process must not write to the open library, not even a lock; null when it may. Rejects with the system's error when the
 * folder can't be read.
 */
export async function findWithheldAccess(platform: TrustPlatform): Promise<ReadOnlyAccess | null> {
  // The articles that a link leads to are not this library's.
  if (await isLink(libraryPaths(platform.libraryFolder).articles))
    return { kind: 'unwritable', why: describeLinkedArticles() };
  return findStranger(platform);
}

function describeLinkedArticles(): string {
  return 'The folder “articles” of this library is a link to another place. Stet follows no link inside a library, so its articles can’t be read, and nothing is changed, here or there. Put the folder itself in the place of the link, then open this library again.';
}

/**
 * The owner of the library, as far as known, if the reviewer of this installation has not accepted it; null if so. No question is
 * needed about the usual folder, a library that this installation wrote to last, or one that it created, restored,
 * moved or worked in before. `known-libraries.ts` remembers those, and the answers. Writes nothing to the library. Never rejects.
 */
async function findStranger(
  platform: TrustPlatform,
): Promise<{ kind: 'stranger'; host: string | null } | null> {
  const { libraryFolder, userDataFolder, location } = platform;
  if (location.state !== 'open' || location.isNew) return null;
  if (await isSameFolder(libraryFolder, userDataPaths(userDataFolder).library)) return null;
  const known = new KnownLibraries(platform);
  const library = await readPlaced(platform);
  // Another USB stick may now be at the same path.
  if (location.isAccepted && !(await known.hasOtherAt(library))) return null;
  const lastWriter = library.identity?.lastWriter ?? null;
  if (lastWriter?.installation === (await identifyInstallation(platform))) return null;
  if (await known.has(library)) return null;
  return {
    kind: 'stranger',
    host: lastWriter && removeDeceptiveCharacters(lastWriter.host).slice(0, maxHostLength),
  };
}

/**
 * Notes that the reviewer works in the library that is open. Rejects with the system's error, or with `readOnly`; then it is a
 * stranger's as before.
 */
export async function acceptLibrary(platform: TrustPlatform): Promise<void> {
  await new KnownLibraries(platform).accept(await readPlaced(platform));
}

/**
 * Notes that this installation writes to the library from now on: in the library, so that others learn of it, and in the user data.
 * Once in a session is enough. Never rejects: if it can't be noted, the reviewer is asked again.
 */
export async function noteWriting(
  platform: TrustPlatform,
  writer: Writer,
  access: WriteAccess,
): Promise<void> {
  try {
    if (access.refusal !== null) return;
    const identity = await noteLastWriter(platform, writer, access);
    const folder = await resolveFolder(platform.libraryFolder);
    await new KnownLibraries(platform).noteOpened({ folder, identity, isUnnamed: false });
  } catch (error) {
    platform.log.error('who writes to the library could not be noted', error);
  }
}

async function readPlaced({ libraryFolder }: TrustPlatform): Promise<LocatedLibrary> {
  // A link at this path would lead to the identity of another library.
  const loaded = await loadIdentity(libraryFolder).catch((error) =>
    error instanceof LinkError ? 'absent' : 'damaged',
  );
  return {
    folder: await resolveFolder(libraryFolder),
    identity: typeof loaded === 'string' ? null : loaded,
    isUnnamed: loaded === 'absent',
  };
}

function resolveFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => folder);
}
