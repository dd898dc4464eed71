import { basename, dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import type { System } from '../../system';
import { encodeChecksummed } from '../files/checksummed-text';
import { readFile, removeTree, rm } from '../files/disk';
import { isFolder, writeFileDurably } from '../files/durable-file';
import { parseJsonFile } from '../files/json-file-format';
import { userDataPaths } from '../paths';

/** The name of a folder in which a library is being restored begins with this. */
export const unfinishedPrefix = '.restoring-';

const format = {
  format: 'stet-restore',
  version: 1,
  schema: z.looseObject({
    folders: z.array(
      z.string().refine((path) => isAbsolute(path) && basename(path).startsWith(unfinishedPrefix)),
    ),
  }),
};

/**
 * Notes where a library is being restored, so that the next start finds what a killed process left. Rejects with the system's
 * error.
 */
export async function noteUnfinishedRestore(userDataFolder: string, folder: string): Promise<void> {
  const note = userDataPaths(userDataFolder).restore;
  const bytes = await readFile(note).catch(() => null);
  const before = bytes && parseJsonFile(bytes, format);
  await writeNote(note, [...(before?.state === 'read' ? before.data.folders : []), folder]);
}

async function writeNote(note: string, folders: readonly string[]): Promise<void> {
  if (folders.length === 0) await rm(note, { force: true });
  else await writeFileDurably(note, encodeChecksummed(format.format, format.version, { folders }));
}

/**
 * Removes the folders in which a library was being restored, and the note of them. Those on a disk that is not connected stay
 * noted: a later start removes them. Never rejects.
 */
export async function removeUnfinishedRestore({
  userDataFolder,
  log,
}: Pick<System, 'userDataFolder' | 'log'>): Promise<void> {
  const note = userDataPaths(userDataFolder).restore;
  const bytes = await readFile(note).catch(() => null);
  if (bytes === null) return;
  try {
    const parsed = parseJsonFile(bytes, format);
    if (parsed.state === 'newer') return;
    const left: string[] = [];
    for (const folder of parsed.state === 'read' ? parsed.data.folders : [])
      if (await isFolder(dirname(folder))) await removeTree(folder);
      else left.push(folder);
    await writeNote(note, left);
  } catch (error) {
    log.error('what was left of restoring a library could not be removed', error);
  }
}
