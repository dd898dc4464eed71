import { join } from 'node:path';
import { z } from 'zod';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { idSchema } from '#shared/domain/base/primitives.ts';
import { addRoot } from '../disk/disk.ts';
import { openStore, readJsonFile } from '../disk/open-store.ts';
import type { WriteAccess } from '../disk/write-access.ts';

const writerSchema = z.looseObject({
  installation: z.string(),
  host: z.string(),
});

const identitySchema = z.looseObject({
  id: idSchema,
  /** The installation that wrote to the library last; null if unknown. */
  lastWriter: writerSchema.nullable(),
});

export type Writer = Pick<z.infer<typeof writerSchema>, 'installation' | 'host'>;

export type LibraryIdentity = z.infer<typeof identitySchema>;

const format = { format: 'stet-library-id', version: 1, schema: identitySchema };

/**
 * The file with the id of a library, by which its backups are found after a move, and its last writer, so that nobody else changes
 * the library unintentionally.
 */
export function libraryIdFile(libraryFolder: string): string {
  addRoot(libraryFolder);
  return join(libraryFolder, 'library-id.json');
}

/** Reads the id and the last writer of a library; null when the file is missing or unusable. Rejects with the system's error. */
export async function readLibraryIdentity(libraryFolder: string): Promise<LibraryIdentity | null> {
  const identity = await loadIdentity(libraryFolder);
  return typeof identity === 'string' ? null : identity;
}

type LoadedIdentity = LibraryIdentity | 'absent' | 'damaged' | 'newer';

/** As `readLibraryIdentity`, with the reason why there is no identity. */
export async function loadIdentity(libraryFolder: string): Promise<LoadedIdentity> {
  const read = await readJsonFile(libraryIdFile(libraryFolder), format);
  return read.state === 'read' ? read.data : read.state;
}

/** As `loadIdentity`, before the file is written. Rejects with `readOnly` when a newer Stet wrote it. */
async function readToChange(libraryFolder: string): Promise<Exclude<LoadedIdentity, 'newer'>> {
  const identity = await loadIdentity(libraryFolder);
  if (identity !== 'newer') return identity;
  throw new StetError('readOnly', 'Not saved: a newer Stet wrote library-id.json. It is kept as it is.');
}

/** The id of a library; null when it has no readable one. Rejects with the system's error. */
export async function readLibraryId(libraryFolder: string): Promise<string | null> {
  return (await readLibraryIdentity(libraryFolder))?.id ?? null;
}

type IdentityContext = Pick<System, 'libraryFolder' | 'newId' | 'now' | 'log'>;

/**
 * The id of a library. A library without an id gets one. So does one whose file is damaged; its backups then begin a new set. Rejects
 * with `readOnly` or the system's error.
 */
export async function ensureLibraryId(context: IdentityContext, access: WriteAccess): Promise<string> {
  const known = await readToChange(context.libraryFolder);
  if (typeof known !== 'string') return known.id;
  const { id } = await writeIdentity(context, { id: context.newId(), lastWriter: null }, access);
  return id;
}

/**
 * Notes the writer of a library, unless it is noted already. A library without an id gets one. A damaged file stays, so that the check
 * reports it. Resolves to the library's identity, or null when the file is damaged. Rejects as `ensureLibraryId`.
 */
export async function noteLastWriter(
  context: IdentityContext,
  writer: Writer,
  access: WriteAccess,
): Promise<LibraryIdentity | null> {
  const known = await readToChange(context.libraryFolder);
  if (known === 'damaged') return null;
  const lastWriter = { installation: writer.installation, host: writer.host };
  if (known === 'absent') return writeIdentity(context, { id: context.newId(), lastWriter }, access);
  const isNoted =
    known.lastWriter?.installation === writer.installation && known.lastWriter.host === writer.host;
  return isNoted ? known : writeIdentity(context, { ...known, lastWriter }, access);
}

async function writeIdentity(
  { libraryFolder, ...platform }: IdentityContext,
  identity: LibraryIdentity,
  access: WriteAccess,
): Promise<LibraryIdentity> {
  await openStore(libraryIdFile(libraryFolder), format, { ...platform, access }).save(identity);
  return identity;
}
