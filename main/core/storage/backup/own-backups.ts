import { StetError } from '../../errors/stet-error';
import type { System } from '../../system';
import { ensureLibraryId, readLibraryId } from '../library/library-id';
import type { WriteAccess } from '../lock/write-access';
import type { SettingsStore } from '../settings/settings-store';
import { isBackupFolderThere } from './backup-folder';
import { folderGoneMessage, noFolderError, setMissingMessage, toBackupFolderError } from './backup-messages';
import { BackupSet, listBackupSets } from './backup-set';

export interface OwnBackupsContext extends Pick<System, 'libraryFolder' | 'newId'> {
  settings: SettingsStore;
  access: WriteAccess;
}

/** The folder that was chosen for backups; null while none is. */
export function getBackupFolder({ settings }: Pick<OwnBackupsContext, 'settings'>): string | null {
  return settings.current().backupFolder;
}

/** The chosen folder. Rejects with `badRequest` when there is none, and with `notFound` when it is not there. */
export async function requireBackupFolder(context: Pick<OwnBackupsContext, 'settings'>): Promise<string> {
  const folder = getBackupFolder(context);
  if (folder === null) throw noFolderError();
  if (!(await isBackupFolderThere(folder))) throw new StetError('notFound', folderGoneMessage);
  return folder;
}

/**
 * The set of this library's backups, which may be empty. Rejects as `requireBackupFolder`, with `notFound` when the folder had
 * backups and has none now, or with `readOnly`.
 */
export async function openOwnSet(context: OwnBackupsContext): Promise<BackupSet> {
  const folder = await requireBackupFolder(context);
  if (await isSetMissing(folder, context).catch(toBackupFolderError))
    throw new StetError('notFound', setMissingMessage);
  return new BackupSet(folder, await ensureLibraryId(context, context.access));
}

/**
 * Whether a folder had backups of this library, or only others' as far as is known, and has none of them now. The place where a
 * drive is mounted is an empty folder while the drive is not connected. Rejects with the system's error.
 */
export async function isSetMissing(
  folder: string,
  { settings, libraryFolder }: Pick<OwnBackupsContext, 'settings' | 'libraryFolder'>,
): Promise<boolean> {
  const [ownId, found] = await Promise.all([
    readLibraryId(libraryFolder).catch(() => null),
    listBackedUpLibraries(folder),
  ]);
  if (ownId !== null && found.includes(ownId)) return false;
  const known = settings.current().backedUpLibraries;
  const isOwnKnown = ownId !== null && known.includes(ownId);
  return isOwnKnown || (known.length > 0 && !known.some((id) => found.includes(id)));
}

/** The ids of the libraries that have backups in a folder. Rejects with the system's error. */
export async function listBackedUpLibraries(folder: string): Promise<string[]> {
  const sets = await listBackupSets(folder);
  const counts = await Promise.all(sets.map(async (set) => (await set.list()).length));
  return sets.filter((_, index) => counts[index] !== 0).map(({ libraryId }) => libraryId);
}

/** Notes that the folder has backups of a library. Rejects as the settings do. */
export async function noteBackedUp(
  set: BackupSet,
  { settings }: Pick<OwnBackupsContext, 'settings'>,
): Promise<void> {
  const known = settings.current().backedUpLibraries;
  if (known.includes(set.libraryId)) return;
  await settings.change({ backedUpLibraries: [...known, set.libraryId] });
}

/** The set of this library's backups; null when there is none, or the folder is not there. Never rejects, and writes nothing. */
export async function findOwnSet(context: OwnBackupsContext): Promise<BackupSet | null> {
  const folder = getBackupFolder(context);
  const id = await readLibraryId(context.libraryFolder).catch(() => null);
  if (folder === null || id === null || !(await isBackupFolderThere(folder))) return null;
  return new BackupSet(folder, id);
}
