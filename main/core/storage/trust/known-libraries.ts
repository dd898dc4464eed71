import { z } from 'zod';
import { idSchema } from '../../../../shared/domain/primitives';
import { createSerialQueue } from '../../serial-queue';
import type { System } from '../../system';
import { createFolder } from '../files/durable-file';
import { type JsonStore, openStore } from '../files/open-store';
import type { LibraryIdentity } from '../library/library-id';
import { alwaysWritable } from '../lock/write-access';
import { userDataPaths } from '../paths';

const knownSchema = z.looseObject({
  /** The libraries that this installation worked in, each at its place: a real path, without links. */
  opened: z.array(z.looseObject({ folder: z.string(), id: idSchema.nullable() })),
  /** Whose writing the reviewer accepted in which library, wherever it lies. */
  accepted: z.array(z.looseObject({ id: idSchema, writer: z.string() })),
});

type Known = z.infer<typeof knownSchema>;

const format = { format: 'stet-known-libraries', version: 1, schema: knownSchema };

/** A library at a place. */
export interface PlacedLibrary {
  /** A real path, without links. */
  folder: string;
  /** Null when nothing names it that can be read. */
  identity: LibraryIdentity | null;
  /** Whether nothing names it at all. A damaged file may be that of the library that is known there. */
  isUnnamed: boolean;
}

/** Calls from several cores must not overwrite what another one noted. */
const inTurn = createSerialQueue();

/**
 * The libraries of which this installation knows that its reviewer works in them, kept with the user data. The id of a library
 * alone says nothing: whoever once had a copy knows it.
 */
export class KnownLibraries {
  readonly #store: JsonStore<Known>;

  constructor(private readonly platform: Pick<System, 'userDataFolder' | 'now' | 'log'>) {
    const { known } = userDataPaths(platform.userDataFolder);
    this.#store = openStore(known, format, { ...platform, access: alwaysWritable });
  }

  /** Whether the reviewer worked in the library at this place, or accepted its last writer. Never rejects. */
  async has(library: PlacedLibrary): Promise<boolean> {
    const { opened, accepted } = await this.#read();
    const { identity } = library;
    const writer = identity?.lastWriter?.installation;
    return (
      opened.some((one) => one.folder === library.folder && isSame(one.id, library)) ||
      accepted.some((one) => one.id === identity?.id && one.writer === writer)
    );
  }

  /** Whether the reviewer worked at this place in a library with another id. Never rejects. */
  async hasOtherAt(library: PlacedLibrary): Promise<boolean> {
    const { opened } = await this.#read();
    return opened.some(({ id, folder }) => folder === library.folder && id !== null && !isSame(id, library));
  }

  /** Notes that the reviewer works in the library. Rejects with the system's error, or with `readOnly`. */
  noteOpened(library: PlacedLibrary): Promise<void> {
    return inTurn(async () => {
      const known = await this.#read();
      const opened = withOpened(known, library);
      if (opened) await this.#write({ ...known, opened });
    });
  }

  /** As `noteOpened`, and that the reviewer accepted what its last writer wrote, there and elsewhere. */
  accept(library: PlacedLibrary): Promise<void> {
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
function isSame(knownId: string | null, { identity, isUnnamed }: PlacedLibrary): boolean {
  return identity ? knownId === identity.id : !isUnnamed || knownId === null;
}

/** The places with that of a library; null when it is among them. A place holds one library at a time. */
function withOpened(
  { opened }: Known,
  { folder, identity, isUnnamed }: PlacedLibrary,
): Known['opened'] | null {
  const knownId = opened.find((one) => one.folder === folder)?.id ?? null;
  const id = identity?.id ?? (isUnnamed ? null : knownId);
  if (opened.some((one) => one.folder === folder && one.id === id)) return null;
  return [...opened.filter((one) => one.folder !== folder), { folder, id }];
}
