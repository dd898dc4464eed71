import type { Draft, DraftRow } from '../../../../shared/domain/draft/draft';
import { getErrorCode } from '../../errors/error-code';
import { StetError } from '../../errors/stet-error';
import { createGiveWay } from '../../tasks/give-way';
import { readLibraryId } from '../library/library-id';
import type { BackedUpHistory } from '../repair/plan-repair';
import { parseDraftFile } from '../review/draft-files';
import { isBackupFolderThere } from './backup-folder';
import { backupGoneError, backupsUnreadableError, noBackupsMessage } from './backup-messages';
import { BackupSet, listBackupSets } from './backup-set';
import { findDraftInBackups, findHistoriesInBackups } from './find-in-backups';
import type { Manifest, ManifestName } from './manifest';
import {
  findOwnSet,
  getBackupFolder,
  isSetMissing,
  type OwnBackupsContext,
  requireBackupFolder,
} from './own-backups';
import { forgetArticles } from './prune';

/** A backup and the set that it belongs to. */
interface FoundBackup {
  set: BackupSet;
  manifest: Manifest;
}

/** The backups in the chosen folder, and their content. */
export class BackupCatalog {
  constructor(private readonly context: OwnBackupsContext) {}

  /**
   * All backups in the folder, also those of other libraries. Each library's are the newest first, and this one's come first.
   * Rejects as `requireBackupFolder`, and
   * with `notFound` when the folder had some and has none now.
   */
  async list(): Promise<{ set: BackupSet; name: ManifestName; isOwn: boolean }[]> {
    const backupFolder = await requireBackupFolder(this.context);
    const list = async () => {
      const backups = await this.#list(backupFolder);
      if (backups.length === 0 && (await isSetMissing(backupFolder, this.context)))
        throw new StetError('notFound', noBackupsMessage);
      return backups;
    };
    return list().catch((error) => {
      throw backupsUnreadableError(error);
    });
  }

  async #list(backupFolder: string): Promise<{ set: BackupSet; name: ManifestName; isOwn: boolean }[]> {
    const ownId = await readLibraryId(this.context.libraryFolder);
    const sets = await listBackupSets(backupFolder);
    const ordered = sets.sort((a, b) => Number(b.libraryId === ownId) - Number(a.libraryId === ownId));
    const lists = ordered.map(async (set) =>
      (await set.list()).map((name) => ({ set, name, isOwn: set.libraryId === ownId })),
    );
    return (await Promise.all(lists)).flat();
  }

  /** The set of this library's backups; null when there is none, or the folder is not there. Never rejects. */
  findOwnSet(): Promise<BackupSet | null> {
    return findOwnSet(this.context);
  }

  /** Reads one backup. Rejects as `requireBackupFolder`, and with `notFound` when it can't be read. */
  async read(libraryId: string, name: string): Promise<FoundBackup> {
    const set = new BackupSet(await requireBackupFolder(this.context), libraryId);
    const manifest = await set.read(name).catch((error) => {
      if (getErrorCode(error) === 'ENOENT') return null;
      throw backupsUnreadableError(error);
    });
    if (!manifest) throw backupGoneError();
    return { set, manifest };
  }

  /** When the backups of this library were made that hold one of these articles, the newest first. None when the folder is gone. */
  async listHolding(articleIds: readonly string[]): Promise<string[]> {
    const set = await findOwnSet(this.context);
    const times: string[] = [];
    for (const { name } of (await set?.list()) ?? []) {
      const manifest = await set?.read(name);
      if (manifest?.articles.some(({ id }) => articleIds.includes(id))) times.push(manifest.takenAt);
    }
    return times;
  }

  /** The text of a draft in the backups, the newest first; null when none has it intact. Never rejects. */
  async findDraft(row: DraftRow): Promise<Draft | null> {
    const set = await findOwnSet(this.context);
    const found = set && (await findDraftInBackups(set, row, createGiveWay()));
    return found && parseDraftFile(found.bytes);
  }

  /**
   * The whole histories of an article in the backups, as `findHistoriesInBackups` finds them; null when a folder is chosen and is
   * not there now. Never rejects.
   */
  async findHistories(articleId: string): Promise<BackedUpHistory[] | null> {
    const folder = getBackupFolder(this.context);
    if (folder !== null && !(await isBackupFolderThere(folder))) return null;
    const set = await findOwnSet(this.context);
    return set ? findHistoriesInBackups(set, articleId, createGiveWay()) : [];
  }

  /**
   * Removes articles from all backups of this library. Must not meet a backup in progress. Resolves to the number of backups
   * that held one. Rejects with `notSaved` or `readOnly`.
   */
  async forget(articleIds: readonly string[]): Promise<number> {
    const set = await findOwnSet(this.context);
    if (!set) return 0;
    await this.context.access.verify();
    return forgetArticles(set, articleIds).catch((error) => {
      throw new StetError(
        'notSaved',
        'The article was deleted, but not all backups could be written without it. Connect the backup folder and delete it there by hand, or wait until its backups are replaced.',
        { cause: error },
      );
    });
  }
}
