import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StetError } from '../../../errors/stet-error';
import type { Log } from '../../../platform';
import { mkdtemp, removeTree, stat } from '../../files/disk';
import { LibraryLock } from '../../lock/library-lock';
import { libraryPaths } from '../../paths';

/**
 * Runs work with the lock of a library, outside of the app, and gives the lock back. Rejects with `readOnly` when another Stet
 * has the library open, and as the work does.
 */
export async function withLibraryLock<T>(
  libraryFolder: string,
  log: Log,
  work: (lock: LibraryLock) => Promise<T>,
): Promise<T> {
  const own = await mkdtemp(join(tmpdir(), 'stet-fsck-'));
  const lock = await LibraryLock.open(libraryPaths(libraryFolder).lock, {
    log,
    now: () => new Date(),
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    userDataFolder: await findUserData(libraryFolder, own),
    processNumber: process.pid,
    schedule(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    onChange: () => undefined,
  });
  try {
    if (lock.refusal !== null) throw new StetError('readOnly', lock.refusal);
    return await work(lock);
  } finally {
    await lock.close();
    await removeTree(own);
  }
}

/**
 * The folder with the id of the installation, by which the lock of a Stet that crashed on this computer is recognised: in its
 * usual place the library lies in that folder.
 */
async function findUserData(libraryFolder: string, otherwise: string): Promise<string> {
  const parent = dirname(libraryFolder);
  return stat(join(parent, 'installation.json')).then(
    () => parent,
    () => otherwise,
  );
}
