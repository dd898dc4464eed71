import { basename, join } from 'node:path';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { createGiveWay, type GiveWay } from '#main/base/tasks.ts';
import type { Draft, DraftRow } from '#shared/domain/base/draft.ts';
import { ensureLibraryId, readLibraryId } from '../access/library-id.ts';
import { isDraftOfRow, parseDraftFile } from '../article/draft-files.ts';
import type { SettingsStore } from '../computer/settings-store.ts';
import { isFolder } from '../disk/durable-file.ts';
import type { WriteAccess } from '../disk/write-access.ts';
import type { BackedUpHistory } from '../repair/plan-repair.ts';
import { verifyStoredFile } from '../vault/stored-file.ts';
import {
  backupGoneError,
  backupsUnreadableError,
  folderGoneMessage,
  noBackupsMessage,
  noFolderError,
  setMissingMessage,
  toBackupFolderError,
} from './backup-messages.ts';
import { BackupSet, listBackupSets } from './backup-set.ts';
import type { BackupFile, Manifest, ManifestName } from './manifest.ts';
import { forgetArticles } from './prune.ts';

interface FoundFile {
  name: string;
  bytes: Buffer;
}

/** Finds the file with the text of a draft in the backups, the newest first. Null when none has it intact. Never rejects. */
export async function findDraftInBackups(
  set: BackupSet,
  row: DraftRow,
  giveWay: GiveWay,
): Promise<FoundFile | null> {
  for (const { name: backup } of await set.list().catch(() => [])) {
    const manifest = await set.read(backup).catch(() => null);
    const files = manifest?.articles.flatMap((article) => article.files) ?? [];
    for (const { path, sha256 } of files) {
      if (!path.startsWith(`drafts/${row.sha256}`)) continue;
      const bytes = await readContent(set, sha256);
      const draft = bytes && parseDraftFile(bytes);
      if (bytes && draft && isDraftOfRow(draft, row)) return { name: basename(path), bytes };
    }
    await giveWay();
  }
  return null;
}

/** The most histories that a repair gets: that of the newest backup, and earlier ones that it did not continue. */
const maxHistories = 4;

/**
 * Reads the intact histories of an article in the newest backup, or in an older one if the newest is damaged. The newest history
 * comes first. Empty when no backup has one. Never rejects.
 */
async function findHistoriesInBackups(
  set: BackupSet,
  articleId: string,
  giveWay: GiveWay,
): Promise<BackedUpHistory[]> {
  for (const { name } of await set.list().catch(() => [])) {
    const manifest = await set.read(name).catch(() => null);
    const article = manifest?.articles.find(({ id }) => id === articleId);
    if (!manifest || !article) continue;
    const { isWhole, files, earlier } = article;
    const versions = [...(isWhole ? [{ takenAt: manifest.takenAt, files }] : []), ...earlier];
    const histories: BackedUpHistory[] = [];
    for (const { takenAt, files } of versions.slice(0, maxHistories)) {
      const bytes = await readBackedUpFile(set, files, 'history.jsonl');
      if (bytes) histories.push({ takenAt, bytes });
      await giveWay(bytes?.length);
    }
    if (histories.length > 0) return histories;
  }
  return [];
}

/** The bytes of a file of a backup; null when it has none, or it is missing or altered. */
async function readBackedUpFile(
  set: BackupSet,
  files: readonly BackupFile[],
  path: string,
): Promise<Buffer | null> {
  const file = files.find((one) => one.path === path);
  return file ? readContent(set, file.sha256) : null;
}

/** The bytes of a file in the pool; null when it is missing or altered. */
async function readContent(set: BackupSet, sha256: string): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  const path = join(set.pool, sha256);
  const state = await verifyStoredFile(path, sha256, (chunk) => chunks.push(Buffer.from(chunk))).catch(
    () => null,
  );
  return state === 'unchanged' ? Buffer.concat(chunks) : null;
}

export interface CatalogContext extends Pick<System, 'libraryFolder' | 'newId' | 'now' | 'log'> {
  settings: SettingsStore;
  access: WriteAccess;
}

export class BackupCatalog {
  constructor(private readonly context: CatalogContext) {}

  /** The chosen backup folder; null without one. */
  get folder(): string | null {
    return this.context.settings.current().backupFolder;
  }

  /** The chosen folder. Rejects with `badRequest` when none was chosen, and with `notFound` when it does not exist now. */
  async requireFolder(): Promise<string> {
    const { folder } = this;
    if (folder === null) throw noFolderError();
    if (!(await isFolder(folder))) throw new StetError('notFound', folderGoneMessage);
    return folder;
  }

  /**
   * The set of this library's backups, which may be empty. Rejects as `requireFolder`, with `notFound` when the folder had
   * backups and has none now, or with `readOnly`.
   */
  async openOwnSet(): Promise<BackupSet> {
    const folder = await this.requireFolder();
    if (await this.isSetMissing(folder).catch(toBackupFolderError))
      throw new StetError('notFound', setMissingMessage);
    return new BackupSet(folder, await ensureLibraryId(this.context, this.context.access));
  }

  /** The set of this library's backups; null when there is none, or the folder is not there. Never rejects, and writes nothing. */
  async findOwnSet(): Promise<BackupSet | null> {
    const { folder } = this;
    const id = await readLibraryId(this.context.libraryFolder).catch(() => null);
    return folder === null || id === null || !(await isFolder(folder)) ? null : new BackupSet(folder, id);
  }

  /**
   * Whether a folder once had backups, of this library or of others, and has none now. The mount point of a drive is an empty folder
   * while the drive is not connected. Rejects with the system's error.
   */
  async isSetMissing(folder: string): Promise<boolean> {
    const [ownId, found] = await Promise.all([
      readLibraryId(this.context.libraryFolder).catch(() => null),
      listBackedUpLibraries(folder),
    ]);
    if (ownId !== null && found.includes(ownId)) return false;
    const known = this.context.settings.current().backedUpLibraries;
    const isOwnKnown = ownId !== null && known.includes(ownId);
    return isOwnKnown || (known.length > 0 && !known.some((id) => found.includes(id)));
  }

  async noteBackedUp({ libraryId }: BackupSet): Promise<void> {
    const { settings } = this.context;
    const known = settings.current().backedUpLibraries;
    if (!known.includes(libraryId)) await settings.change({ backedUpLibraries: [...known, libraryId] });
  }

  /**
   * All backups in the folder, also those of other libraries. This library's come first, and each library's newest backup first.
   * Rejects as `requireFolder`, and with `notFound` when the folder had some and has none now.
   */
  async list(): Promise<{ set: BackupSet; name: ManifestName; isOwn: boolean }[]> {
    const folder = await this.requireFolder();
    try {
      const ownId = await readLibraryId(this.context.libraryFolder);
      const sets = await listBackupSets(folder);
      const ordered = sets.sort((a, b) => Number(b.libraryId === ownId) - Number(a.libraryId === ownId));
      const lists = ordered.map(async (set) =>
        (await set.list()).map((name) => ({ set, name, isOwn: set.libraryId === ownId })),
      );
      const backups = (await Promise.all(lists)).flat();
      if (backups.length === 0 && (await this.isSetMissing(folder)))
        throw new StetError('notFound', noBackupsMessage);
      return backups;
    } catch (error) {
      throw backupsUnreadableError(error);
    }
  }

  /** Reads one backup. Rejects as `requireFolder`, and with `notFound` when it can't be read. */
  async read(libraryId: string, name: string): Promise<{ set: BackupSet; manifest: Manifest }> {
    const set = new BackupSet(await this.requireFolder(), libraryId);
    const manifest = await set.read(name).catch((error) => {
      throw backupsUnreadableError(error);
    });
    if (!manifest) throw backupGoneError();
    return { set, manifest };
  }

  /** The times of this library's backups that hold one of these articles, the newest first. Empty when the folder is gone. */
  async listHolding(articleIds: readonly string[]): Promise<string[]> {
    const set = await this.findOwnSet();
    const times: string[] = [];
    for (const { name } of (await set?.list()) ?? []) {
      const manifest = await set?.read(name);
      if (manifest?.articles.some(({ id }) => articleIds.includes(id))) times.push(manifest.takenAt);
    }
    return times;
  }

  /** The text of a draft in the backups, the newest first; null when none has it intact. Never rejects. */
  async findDraft(row: DraftRow): Promise<Draft | null> {
    const set = await this.findOwnSet();
    const found = set && (await findDraftInBackups(set, row, createGiveWay()));
    return found && parseDraftFile(found.bytes);
  }

  /**
   * The intact histories of an article in the backups, as `findHistoriesInBackups` finds them; null when the chosen folder does not
   * exist now. Never rejects.
   */
  async findHistories(articleId: string): Promise<BackedUpHistory[] | null> {
    if (this.folder !== null && !(await isFolder(this.folder))) return null;
    const set = await this.findOwnSet();
    return set ? findHistoriesInBackups(set, articleId, createGiveWay()) : [];
  }

  /**
   * Removes articles from all backups of this library. Must not run during a backup. Resolves to the number of backups
   * that held one. Rejects with `notSaved` or `readOnly`.
   */
  async forget(articleIds: readonly string[]): Promise<number> {
    const set = await this.findOwnSet();
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

/** The ids of the libraries that have backups in a folder. Rejects with the system's error. */
export async function listBackedUpLibraries(folder: string): Promise<string[]> {
  const sets = await listBackupSets(folder);
  const counts = await Promise.all(sets.map(async (set) => (await set.list()).length));
  return sets.filter((_, index) => counts[index] !== 0).map(({ libraryId }) => libraryId);
}
