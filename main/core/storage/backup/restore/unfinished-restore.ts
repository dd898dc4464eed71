import { readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute } from 'node:path';
import { z } from 'zod';
import { redactError } from '../../../errors/redact-error';
import type { Platform } from '../../../platform';
import { encodeChecksummed } from '../../files/checksummed-text';
import { writeFileDurably } from '../../files/durable-file';
import { parseJsonFile } from '../../files/json-file-format';
import { userDataPaths } from '../../paths';

/** The name of a folder in which a library is being restored begins with this. */
export const unfinishedPrefix = '.restoring-';

const format = {
  format: 'stet-restore',
  version: 1,
  schema: z.looseObject({
    folder: z.string().refine((path) => isAbsolute(path) && basename(path).startsWith(unfinishedPrefix)),
  }),
};

/** Notes where a library is being restored, so that the next start finds what a killed process left. Rejects with the system's error. */
export async function noteUnfinishedRestore(userDataFolder: string, folder: string): Promise<void> {
  const text = encodeChecksummed(format.format, format.version, { folder });
  await writeFileDurably(userDataPaths(userDataFolder).restore, text);
}

/**
 * Removes the folder in which a library was being restored, and the note of it. When the disk that it is on is not connected, a
 * later start does. Never rejects.
 */
export async function removeUnfinishedRestore({
  userDataFolder,
  log,
}: Pick<Platform, 'userDataFolder' | 'log'>): Promise<void> {
  const note = userDataPaths(userDataFolder).restore;
  const bytes = await readFile(note).catch(() => null);
  if (bytes === null) return;
  try {
    const parsed = parseJsonFile(bytes, format);
    if (parsed.state === 'newer') return;
    if (parsed.state === 'read') {
      if (!(await isFolder(dirname(parsed.data.folder)))) return;
      await rm(parsed.data.folder, { recursive: true, force: true });
    }
    await rm(note, { force: true });
  } catch (error) {
    log.error('what was left of restoring a library could not be removed', redactError(error));
  }
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
