import { dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import { getErrorCode } from '#main/base/stet-error.ts';
import type { LibraryLocation, System } from '#main/base/system.ts';
import type { MissingLibraryReason } from '#shared/contract/commands/shown-location.ts';
import { encodeChecksummed } from '../disk/checksummed-json.ts';
import { isThere, open } from '../disk/disk.ts';
import { createFolder, writeFully } from '../disk/durable-file.ts';
import { openStore, readJsonFile } from '../disk/open-store.ts';
import { userDataPaths } from '../disk/paths.ts';
import { alwaysWritable } from '../disk/write-access.ts';
import { type FolderContent, inspectFolder } from './inspect-folder.ts';

/** The part of the platform that the files of this folder need. */
export type LocationPlatform = Pick<System, 'now' | 'log'>;

const folderSchema = z.string().refine(isAbsolute).nullable();

const recordSchema = z.looseObject({
  /** Null for the usual folder, so that the folder of all user data can be moved or restored elsewhere. */
  folder: folderSchema,
  /** Whether the reviewer chose to create the library there, and it was not created yet. */
  isNew: z.boolean(),
  /**
   * Whether the reviewer works in the library. False after its folder was chosen, until its owner is known or the reviewer has
   * accepted it.
   */
  isAccepted: z.boolean(),
  /** Where the library is being moved to. */
  moving: folderSchema,
  /** Where the library was moved from, while that folder still holds it. */
  leaving: folderSchema,
});

const format = { format: 'stet-location', version: 1, schema: recordSchema };

type StoredRecord = z.infer<typeof recordSchema>;

/** Where this computer's Stet has its library. All folders are absolute paths. */
export type LocationRecord = Pick<StoredRecord, 'isNew' | 'isAccepted' | 'moving' | 'leaving'> & {
  folder: string;
};

/** The record that distinguishes a first start from a library that is missing. */
export class LocationFile {
  readonly #path: string;
  readonly #usualFolder: string;

  constructor(
    userDataFolder: string,
    private readonly platform: LocationPlatform,
  ) {
    const { location, library } = userDataPaths(userDataFolder);
    this.#path = location;
    this.#usualFolder = library;
  }

  /**
   * The record; null when there is none. `unusable` is a file that is damaged, newer or can't be read: it stays where it is, so
   * that the question about the library is asked until it is answered. Never rejects.
   */
  async read(): Promise<LocationRecord | null | 'unusable'> {
    try {
      const read = await readJsonFile(this.#path, format);
      if (read.state === 'absent') return null;
      if (read.state !== 'read') return 'unusable';
      const { folder, isNew, isAccepted, moving, leaving } = read.data;
      return { folder: folder ?? this.#usualFolder, isNew, isAccepted, moving, leaving };
    } catch (error) {
      this.platform.log.error('the location of the library could not be read', error);
      return 'unusable';
    }
  }

  /**
   * Changes the record; a damaged one is set aside first. Resolves once the new one would survive a power cut, also on most
   * full disks. Rejects with the system's error, or with `readOnly` when a newer Stet wrote it.
   */
  async change(changed: Partial<LocationRecord>): Promise<void> {
    await createFolder(dirname(this.#path));
    const store = openStore(this.#path, format, { ...this.platform, access: alwaysWritable });
    const before = (await store.load()) ?? {
      folder: null,
      isNew: false,
      isAccepted: true,
      moving: null,
      leaving: null,
    };
    const after = { ...before, ...changed };
    const stored = { ...after, folder: after.folder === this.#usualFolder ? null : after.folder };
    await store.save(stored).catch(async (error) => {
      if (!/^(ENOSPC|EDQUOT)$/.test(getErrorCode(error) ?? '')) throw error;
      await this.#overwrite(stored);
    });
  }

  /**
   * Overwrites the file in place. A full disk has no room for a second file, but usually for new content of the same one. If the
   * process dies in between, the record is damaged, and the next start asks where the library is.
   */
  async #overwrite(stored: StoredRecord): Promise<void> {
    const content = Buffer.from(encodeChecksummed(format.format, format.version, stored));
    const handle = await open(this.#path, 'r+');
    try {
      await writeFully(handle, content, 0);
      await handle.truncate(content.length);
      await handle.datasync();
    } finally {
      await handle.close();
    }
  }
}

/**
 * Finds the library: where the record says, or in the usual folder when there is no record, as at the first start.
 * Writes nothing, except the record when only that was missing from a move. Never rejects.
 */
export async function locateLibrary(
  userDataFolder: string,
  platform: LocationPlatform,
): Promise<LibraryLocation> {
  const usualFolder = userDataPaths(userDataFolder).library;
  const file = new LocationFile(userDataFolder, platform);
  const record = await file.read();
  if (record === 'unusable') return { state: 'missing', folder: usualFolder, why: 'unknown' };
  if (record === null) return locateUsual(usualFolder);
  return (await finishRename(record, file, platform)) ?? locateKnown(record);
}

/** Locates the library without a record. Only a missing or empty folder means that Stet is new here. */
async function locateUsual(folder: string): Promise<LibraryLocation> {
  const content = await inspectFolder(folder);
  const isNew = content === 'absent' && !(await isThere(folder));
  if (isNew || content === 'empty' || content === 'other')
    return { state: 'open', folder, isNew: true, isAccepted: true };
  return toLocation(folder, content, true);
}

async function locateKnown({ folder, isNew, isAccepted }: LocationRecord): Promise<LibraryLocation> {
  const content = await inspectFolder(folder);
  if (isNew && (content === 'absent' || content === 'empty'))
    return { state: 'open', folder, isNew, isAccepted };
  // The record names a copy only after the copy was verified.
  return toLocation(folder, content === 'unfinishedCopy' ? 'library' : content, isAccepted);
}

/** Finishes a rename to a new folder whose process died before it wrote the record. */
async function finishRename(
  { folder, isAccepted, moving }: LocationRecord,
  file: LocationFile,
  { log }: LocationPlatform,
): Promise<LibraryLocation | null> {
  if (moving === null || (await inspectFolder(folder)) !== 'absent') return null;
  if ((await inspectFolder(moving)) !== 'library') return null;
  await file
    .change({ folder: moving, moving: null })
    .catch((error) => log.error('the new location of the library could not be stored', error));
  return { state: 'open', folder: moving, isNew: false, isAccepted };
}

function toLocation(folder: string, content: FolderContent, isAccepted: boolean): LibraryLocation {
  if (content === 'library') return { state: 'open', folder, isNew: false, isAccepted };
  const reasons: Record<Exclude<FolderContent, 'library'>, MissingLibraryReason> = {
    absent: 'absent',
    empty: 'empty',
    other: 'empty',
    unfinishedCopy: 'empty',
    denied: 'denied',
    failed: 'failed',
  };
  return { state: 'missing', folder, why: reasons[content] };
}
