import { isAbsolute, join, relative, sep } from 'node:path';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { idSchema } from '#shared/domain/base/primitives.ts';
import { encodeChecksummed } from '../disk/checksummed-json.ts';
import { addRoot, ifThere, isThere, mkdir, readdir, readFile, realpath, rm } from '../disk/disk.ts';
import { describeDiskError } from '../disk/disk-messages.ts';
import { createFolder, removeTempFiles, syncFolder, writeFileDurably } from '../disk/durable-file.ts';
import { readJsonFile } from '../disk/open-store.ts';
import {
  formatManifestName,
  type Manifest,
  type ManifestName,
  manifestFormat,
  parseManifestName,
} from './manifest.ts';

/**
 * Creates a folder and its missing parents, as `createFolder` does, for this user alone: a group that may write to the parent folder
 * gets no access to backups. Existing folders keep their mode.
 */
export function createPrivateFolder(folder: string): Promise<void> {
  return createFolder(folder, (path) => mkdir(path, 0o700));
}

export function proposeBackupFolder({ documentsFolder }: Pick<System, 'documentsFolder'>): string {
  return join(documentsFolder, 'Stet backups');
}

/**
 * Prepares a folder for backups. Rejects with `badRequest` when it lies in the library or the library lies in it, where one fault
 * could destroy both, and with `notSaved` when it can't be created.
 */
export async function acceptBackupFolder(folder: string, libraryFolder: string): Promise<void> {
  try {
    await createPrivateFolder(folder);
    const [chosen, library] = await Promise.all([realpath(folder), realpath(libraryFolder)]);
    if (isInside(chosen, library) || isInside(library, chosen))
      throw new StetError(
        'badRequest',
        'Backups can’t be kept in the library’s own folder, or in one that holds it. Choose another folder, if possible on another disk.',
      );
  } catch (error) {
    if (error instanceof StetError) throw error;
    const { why, remedy } = describeDiskError(error);
    throw new StetError('notSaved', `This folder can’t be used: ${why}. ${remedy}, or choose another one.`, {
      cause: error,
    });
  }
}

/** Whether a path is a folder or lies in it. Both are absolute and have no links. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

const setPrefix = 'stet-backups-';

/** Explains the folder to somebody who finds it without Stet. */
const aboutText = `These are backups of a Stet library.

backups/  one file for each backup: which files it holds, with size and SHA-256
files/    their contents, each under the SHA-256 of its content

To get an article or the whole library back, open Stet and choose Settings, Backups, Restore.
They hold everything of the library, confidential sources included. Keep them as safe as the library.
`;

/**
 * The backups of one library, in a folder of their own inside the folder that the reviewer chose. Only the process that may
 * write to the library writes to its backups.
 */
export class BackupSet {
  readonly folder: string;
  readonly manifests: string;
  readonly pool: string;

  /** `libraryId` must have been parsed with `idSchema`, whose characters are safe in a path. */
  constructor(
    backupFolder: string,
    readonly libraryId: string,
  ) {
    addRoot(backupFolder);
    this.folder = join(backupFolder, setPrefix + libraryId);
    this.manifests = join(this.folder, 'backups');
    this.pool = join(this.folder, 'files');
  }

  /** Creates missing folders, and removes half-written files of a killed process. */
  async prepare(): Promise<void> {
    for (const folder of [this.folder, this.manifests, this.pool]) await createPrivateFolder(folder);
    await removeTempFiles(this.manifests);
    await removeTempFiles(this.pool);
    const about = join(this.folder, 'about.txt');
    if (!(await isThere(about))) await writeFileDurably(about, aboutText);
  }

  /** The names of the backups, the newest first; none when the folder does not exist. Rejects with the system's error. */
  async list(): Promise<ManifestName[]> {
    const names = (await ifThere(readdir(this.manifests))) ?? [];
    return names
      .map(parseManifestName)
      .filter((name) => name !== null)
      .sort((a, b) => b.number - a.number);
  }

  /** Reads a manifest; null when it is gone, damaged, or was written by a newer Stet. Rejects with the system's error. */
  async read(name: string): Promise<Manifest | null> {
    const read = await readJsonFile(join(this.manifests, name), manifestFormat);
    return read.state === 'read' ? read.data : null;
  }

  /** Reads the newest manifest that can be read, with its name; null when there is none. */
  async readNewest(): Promise<Manifest | null> {
    for (const { name } of await this.list()) {
      const manifest = await this.read(name);
      if (manifest) return manifest;
    }
    return null;
  }

  async write(manifest: Manifest, name = formatManifestName(manifest)): Promise<void> {
    const { format, version } = manifestFormat;
    const text = encodeChecksummed(format, version, manifest);
    const inspect = async (temp: string) => {
      if (!(await readFile(temp)).equals(Buffer.from(text)))
        throw new Error('the list of the backup is not what was written');
    };
    await writeFileDurably(join(this.manifests, name), text, { inspect });
  }

  /** Removes manifests. The files that they name stay until the pool is cleaned up. */
  async remove(names: readonly ManifestName[]): Promise<void> {
    for (const { name } of names) await rm(join(this.manifests, name), { force: true });
    if (names.length > 0) await syncFolder(this.manifests);
  }
}

/** All sets of backups in a folder; none when it does not exist. Rejects with the system's error. */
export async function listBackupSets(backupFolder: string): Promise<BackupSet[]> {
  addRoot(backupFolder);
  const names = (await ifThere(readdir(backupFolder))) ?? [];
  return names.flatMap((name) => {
    const id = idSchema.safeParse(name.startsWith(setPrefix) ? name.slice(setPrefix.length) : null);
    return id.success ? [new BackupSet(backupFolder, id.data)] : [];
  });
}
