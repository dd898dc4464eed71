import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';
import { ensureLibraryId, readLibraryId } from '../library/library-id';
import type { WriteAccess } from '../lock/write-access';
import type { SettingsStore } from '../settings/settings-store';
import { isBackupFolderThere } from './backup-folder';
import { folderGoneMessage, noFolderError } from './backup-messages';
import { BackupSet } from './store/backup-set';

export interface OwnBackupsContext extends Pick<Platform, 'libraryFolder' | 'newId'> {
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

/** The set of this library's backups, which may be empty. Rejects as `requireBackupFolder`, or with `readOnly`. */
export async function openOwnSet(context: OwnBackupsContext): Promise<BackupSet> {
  const folder = await requireBackupFolder(context);
  return new BackupSet(folder, await ensureLibraryId(context, context.access));
}

/** The set of this library's backups; null when there is none, or the folder is not there. Never rejects, and writes nothing. */
export async function findOwnSet(context: OwnBackupsContext): Promise<BackupSet | null> {
  const folder = getBackupFolder(context);
  const id = await readLibraryId(context.libraryFolder).catch(() => null);
  if (folder === null || id === null || !(await isBackupFolderThere(folder))) return null;
  return new BackupSet(folder, id);
}
