import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { EventSink, System } from '#main/base/system.ts';
import { rm, rmdir } from '../disk/disk.ts';
import { libraryPaths } from '../disk/paths.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import { inspectFolder } from './inspect-folder.ts';
import { LocationFile, type LocationRecord } from './location-record.ts';
import { discardCopy, removeFormer } from './move-library.ts';

/** How long to wait before the location of the library is noted again, in milliseconds. */
const retryMs = 15_000;

interface SettleOptions {
  /** The right to write to the library that was opened. */
  access: WriteAccess;
  /** Whether the reviewer works in the library, rather than only reading another person's. */
  isAccepted: boolean;
  /** Locks a library that was moved away, so that it can be removed. */
  lockFormer(folder: string): Promise<WriteAccess & { close(): Promise<void> }>;
  signal: AbortSignal;
}

/**
 * Runs after a library was opened: notes its location, and removes the former folder after a move, except files that changed since. Files
 * that can't be removed stay and are reported. When the signal aborts, the next start continues. Never rejects.
 */
export async function settleLocation(
  platform: Pick<System, 'userDataFolder' | 'libraryFolder' | 'now' | 'log' | 'schedule'> & EventSink,
  { access, isAccepted, lockFormer, signal }: SettleOptions,
): Promise<void> {
  const { libraryFolder, log, emit } = platform;
  const file = new LocationFile(platform.userDataFolder, platform);
  const removeLocked = async (from: string) => {
    const former = await lockFormer(from);
    try {
      return await removeFormer({ from, to: libraryFolder }, former, platform, signal);
    } finally {
      await former.close();
    }
  };
  try {
    const record = await file.read();
    if (record === 'unusable') return;
    const known = { folder: libraryFolder, isNew: false, isAccepted };
    if (record === null || !isDeepStrictEqual({ ...record, ...known }, record))
      await noteFolder(known, file, platform, signal);
    if (record === null) return;
    if (record.moving !== null && record.moving !== libraryFolder) {
      await discardCopy(record.moving, platform);
      await file.change({ moving: null });
    }
    if (record.leaving === null) return;
    if (access.refusal !== null) return;
    await access.verify();
    const from = record.leaving;
    const isGone =
      (await inspectFolder(from)) === 'absent' ||
      (await removeLocked(from).catch((error) => {
        if (signal.aborted) throw error;
        log.error('the former folder of the library could not be removed', error);
        return false;
      }));
    // A folder that holds something else, or the root of a disk, is left.
    await rmdir(from).catch(() => undefined);
    await rm(libraryPaths(libraryFolder).move, { force: true });
    await file.change({ leaving: null });
    if (!isGone) emit({ type: 'problem', message: describeLeftFiles(from) });
  } catch (error) {
    if (!signal.aborted) log.error('the location of the library could not be stored', error);
  }
}

/**
 * Notes where the library is. If writing fails, tries again until the signal aborts, and one last time then. Rejects with the system's
 * error of the last try.
 */
async function noteFolder(
  known: Partial<LocationRecord>,
  file: LocationFile,
  { log, schedule }: Pick<System, 'log' | 'schedule'>,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await file.change({ ...known, moving: null });
    } catch (error) {
      if (signal.aborted) throw error;
      if (attempt === 1) log.error('the location of the library could not be stored', error);
    }
    await new Promise<void>((resolve) => {
      const goOn = () => {
        cancel();
        signal.removeEventListener('abort', goOn);
        resolve();
      };
      const cancel = schedule(retryMs, goOn);
      signal.addEventListener('abort', goOn);
    });
  }
}

function describeLeftFiles(folder: string): string {
  return `The library was moved and is whole. Some files are still in its former folder “${basename(folder)}”, because they could not be removed or were changed meanwhile. You can remove the folder yourself.`;
}
