import { basename, join } from 'node:path';
import { readdir, readFile } from '../files/disk';
import { writeVerified } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { recoverJsonFile } from '../files/recover-json-file';
import { articlePaths } from '../paths';
import { snapshotFormat } from '../review/snapshot-file';

/**
 * Recovers the snapshot of an article whose history is damaged, when the snapshot was set aside because one bit of it had flipped:
 * a repair needs it. Resolves to the account of it; null when there is nothing to recover. Never rejects.
 */
export async function restoreSnapshot(folder: string, context: FilePlatform): Promise<string | null> {
  const { access, findFlippedBits, log } = context;
  if (access.refusal !== null) return null;
  const name = basename(articlePaths(folder).snapshot);
  try {
    const names = await readdir(folder);
    const newest = names
      .filter((one) => one.startsWith(`${name}.damaged-`))
      .sort()
      .at(-1);
    if (names.includes(name) || newest === undefined) return null;
    const damaged = await readFile(join(folder, newest));
    const recovered = await recoverJsonFile(damaged, snapshotFormat, findFlippedBits);
    if (!recovered) return null;
    await writeVerified(join(folder, name), recovered.bytes, access);
    return `The snapshot of this article (${name}) was damaged and is as it was before: one bit of it had flipped, which was found by its checksum. The damaged file is kept as ${newest}.`;
  } catch (error) {
    log.error('a snapshot could not be recovered', error);
    return null;
  }
}
