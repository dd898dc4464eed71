import { basename, dirname, join } from 'node:path';
import { getErrorCode } from '../../errors/error-code';
import { rename } from '../files/disk';
import { syncFolder, writeVerified } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { articlePaths } from '../paths';
import type { RepairedHistory } from './plan-repair';

/**
 * Writes the repaired history after a copy of the damaged one, then the account. Resolves to the account. Rejects with the
 * system's error or as `WriteAccess.verify`.
 */
export async function carryOutRepair(
  folder: string,
  damaged: Buffer | null,
  { bytes, account, replacesSnapshot }: RepairedHistory,
  context: Pick<FilePlatform, 'access' | 'now' | 'log'>,
): Promise<string> {
  const { access, now, log } = context;
  const paths = articlePaths(folder);
  const time = now().toISOString().replaceAll(/[:.]/g, '-');
  const kept: string[] = [];
  if (damaged) {
    kept.push(`${basename(paths.history)}.damaged-${time}`);
    await writeVerified(`${paths.history}.damaged-${time}`, damaged, access);
  }
  await writeVerified(paths.history, bytes, access);
  if (replacesSnapshot && (await setSnapshotAside(paths.snapshot, time, context)))
    kept.push(`${basename(paths.snapshot)}.replaced-${time}`);
  const whole =
    kept.length === 0 ? account : `${account} The files as they were are kept as ${kept.join(' and ')}.`;
  try {
    await writeVerified(join(folder, `repaired-${time}.txt`), `${whole}\n`, access);
  } catch (error) {
    // The article is repaired all the same, and the reviewer reads the account now.
    log.error('the account of a repair could not be written', error);
  }
  return whole;
}

/**
 * Renames the snapshot, which holds more or something else than the repaired history. False when there is none, or when it
 * can't be renamed: it is a cache, and not used when it does not belong to the history.
 */
async function setSnapshotAside(
  path: string,
  time: string,
  { access, log }: Pick<FilePlatform, 'access' | 'now' | 'log'>,
): Promise<boolean> {
  try {
    await access.verify();
    await rename(path, `${path}.replaced-${time}`);
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    if (getErrorCode(error) !== 'ENOENT') log.error('a snapshot could not be set aside', error);
    return false;
  }
}
