import { dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import { getErrorCode } from '../../errors/error-code';
import type { System } from '../../system';
import { encodeChecksummed } from '../files/checksummed-text';
import { open, readFile } from '../files/disk';
import { createFolder, writeFully } from '../files/durable-file';
import { parseJsonFile } from '../files/json-file-format';
import { openStore } from '../files/open-store';
import { alwaysWritable } from '../lock/write-access';
import { userDataPaths } from '../paths';

/** The part of the platform that the files of this folder need. */
export type PlacePlatform = Pick<System, 'now' | 'log'>;

const folderSchema = z.string().refine(isAbsolute).nullable();

const recordSchema = z.looseObject({
  /** Null for the usual folder, so that the folder of all user data can be moved or restored elsewhere. */
  folder: folderSchema,
  /** Whether the library was chosen to be created there, and never was. */
  isNew: z.boolean(),
  /**
   * Whether the reviewer works in the library: not from when its folder was chosen until it was found out whose it is, or until
   * the reviewer said so.
   */
  isAccepted: z.boolean(),
  /** Where the library is being moved to. */
  moving: folderSchema,
  /** Where the library was moved from, while that folder still holds it. */
  leaving: folderSchema,
});

const format = { format: 'stet-place', version: 1, schema: recordSchema };

type StoredRecord = z.infer<typeof recordSchema>;

/** Where this computer's Stet has its library. All folders are absolute paths. */
export type PlaceRecord = Pick<StoredRecord, 'isNew' | 'isAccepted' | 'moving' | 'leaving'> & {
  folder: string;
};

/** The record that distinguishes a first start from a library that is missing. */
export class PlaceFile {
  readonly #path: string;
  readonly #usualFolder: string;

  constructor(
    userDataFolder: string,
    private readonly platform: PlacePlatform,
  ) {
    const { place, library } = userDataPaths(userDataFolder);
    this.#path = place;
    this.#usualFolder = library;
  }

  /**
   * The record; null when there is none. `unusable` is a file that is damaged, newer or can't be read: it stays where it is, so
   * that the question about the library is asked until it is answered. Never rejects.
   */
  async read(): Promise<PlaceRecord | null | 'unusable'> {
    try {
      const parsed = parseJsonFile(await readFile(this.#path), format);
      if (parsed.state !== 'read') return 'unusable';
      const { folder, isNew, isAccepted, moving, leaving } = parsed.data;
      return { folder: folder ?? this.#usualFolder, isNew, isAccepted, moving, leaving };
    } catch (error) {
      if (getErrorCode(error) === 'ENOENT') return null;
      this.platform.log.error('the place of the library could not be read', error);
      return 'unusable';
    }
  }

  /**
   * Changes the record; a damaged one is set aside first. Resolves once the new one would survive a power cut, also on most
   * full disks. Rejects with the system's error, or with `readOnly` when a newer Stet wrote it.
   */
  async change(changed: Partial<PlaceRecord>): Promise<void> {
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
   * A full disk has no room for a second file, but mostly for another content of the same one. Should the process die in
   * between, the record is damaged, and the next start asks where the library is.
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
