import { createSerialQueue } from '#main/base/serial-queue.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { EventSink, System } from '#main/base/system.ts';
import type { Task } from '#main/base/tasks.ts';
import type { BackupRun, BackupState } from '#shared/contract/commands/backup-commands.ts';
import { isFolder } from '../disk/durable-file.ts';
import type { Library } from '../library/library.ts';
import { BackupCatalog, type CatalogContext, listBackedUpLibraries } from './backup-catalog.ts';
import { backupsUnreadableError, folderGoneMessage, notBackedUpError } from './backup-messages.ts';
import { acceptBackupFolder, proposeBackupFolder } from './backup-set.ts';
import type { Manifest } from './manifest.ts';
import { ContentVerifier } from './pool.ts';
import { pruneBackups } from './prune.ts';
import { takeBackup } from './take-backup.ts';

/** A backup is due this long after the first change since the last one, in milliseconds. */
const changesIntervalMs = 30 * 60_000;
/** A failed backup is tried again after this long, in milliseconds. */
const retryIntervalMs = 5 * 60_000;
/** Changes of the last session are backed up this long after the start, in milliseconds. */
const startDelayMs = 60_000;

/** Schedules backups. A new wait replaces the last one. Calls `onDue`, which must not throw. */
class BackupSchedule {
  #cancel: (() => void) | null = null;

  constructor(
    private readonly platform: Pick<System, 'schedule'>,
    private readonly onDue: () => void,
  ) {}

  get isWaiting(): boolean {
    return this.#cancel !== null;
  }

  wait(milliseconds: number): void {
    this.stop();
    this.#cancel = this.platform.schedule(milliseconds, () => {
      this.#cancel = null;
      this.onDue();
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}

/** The newest backup of the library, as last read or made. */
class NewestBackup {
  #manifest: Manifest | undefined;
  /** Counts the calls of `note`, so that a read that began before one of them is repeated. */
  #version = 0;

  constructor(
    private readonly catalog: BackupCatalog,
    private readonly library: Library,
  ) {}

  /** Notes a new backup, or, without a manifest, that the backups have changed. */
  note(manifest?: Manifest): void {
    this.#manifest = manifest;
    this.#version += 1;
  }

  /** Null when there is none, or it can't be read. Never rejects. */
  async read(): Promise<Manifest | null> {
    if (this.#manifest !== undefined) return this.#manifest;
    const version = this.#version;
    const set = await this.catalog.findOwnSet();
    const manifest = (await set?.readNewest().catch(() => null)) ?? null;
    if (this.#version !== version) return this.read();
    // Without a backup, the next call looks again: the drive may be connected by then.
    this.#manifest = manifest ?? undefined;
    return manifest;
  }

  /**
   * Lists the articles whose history has another size than in the newest backup, or is not in it. Lists all articles until the backup
   * has been read.
   */
  listOutdated(): Set<string> {
    const backedUp = new Map(
      this.#manifest?.articles.map(({ id, files }) => [
        id,
        files.find(({ path }) => path === 'history.jsonl')?.bytes,
      ]),
    );
    const rows = this.library.rows();
    const outdated = rows.filter(({ entry, historyBytes }) => backedUp.get(entry.id) !== historyBytes);
    return new Set(outdated.map(({ entry }) => entry.id));
  }
}

/** How long quitting waits for the last backup, in milliseconds. */
const closingTimeoutMs = 4_000;

interface RunOptions {
  /** Whether files of earlier backups are verified before the new one relies on them. Old backups are removed only then. */
  readsBack: boolean;
}

interface BackupsContext extends CatalogContext, Pick<System, 'documentsFolder' | 'schedule'>, EventSink {
  library: Library;
}

/**
 * The backups of the library, in a folder that the reviewer chose. Without a folder, nothing is backed up.
 */
export class Backups {
  readonly catalog: BackupCatalog;
  /** Runs work that must not overlap with a backup, such as a check of all backups. */
  readonly runInTurn = createSerialQueue();
  readonly #schedule: BackupSchedule;
  readonly #newest: NewestBackup;
  readonly #verifier: ContentVerifier;
  #isClosed = false;
  /** Why the last backup failed; null if it did not. */
  #problem: string | null = null;

  constructor(private readonly context: BackupsContext) {
    this.catalog = new BackupCatalog(context);
    this.#newest = new NewestBackup(this.catalog, context.library);
    this.#verifier = new ContentVerifier(context);
    this.#schedule = new BackupSchedule(context, () => this.#announce());
    if (this.#isOn) this.#schedule.wait(startDelayMs);
  }

  noteChange(): void {
    if (this.#isOn && !this.#schedule.isWaiting) this.#schedule.wait(changesIntervalMs);
  }

  /** Notes that the window left an article and that all its files are written. */
  noteClosed(articleId: string): void {
    if (this.#isOn && this.#newest.listOutdated().has(articleId)) this.#schedule.wait(0);
  }

  /** Reads the state to show. Never rejects: an unreadable folder is part of the state. */
  async getState(): Promise<BackupState> {
    const folder = this.catalog.folder;
    const proposed = proposeBackupFolder(this.context);
    if (folder === null) return { folder, proposed, last: null, isSetMissing: false, problem: null };
    const isThere = await isFolder(folder);
    // The next backup reports a folder that can't be read.
    const isMissing = isThere && (await this.catalog.isSetMissing(folder).catch(() => false));
    const last = isThere && !isMissing ? await this.#newest.read() : null;
    return {
      folder,
      proposed,
      last: last && { takenAt: last.takenAt, articles: last.articles.length, missing: countMissing(last) },
      isSetMissing: isMissing,
      problem: isMissing ? null : isThere ? this.#problem : folderGoneMessage,
    };
  }

  /**
   * Chooses the folder; null turns backups off and keeps the existing ones. Choosing the present folder again does not answer the
   * question about its missing backups. Rejects as `acceptBackupFolder` does.
   */
  async setFolder(folder: string | null): Promise<void> {
    if (folder !== null) await acceptBackupFolder(folder, this.context.libraryFolder);
    if (folder !== null && folder === this.catalog.folder) return;
    await this.#storeFolder(folder);
  }

  /** Begins a new set of backups in the present folder, whose earlier set is missing. Rejects as `BackupCatalog.requireFolder`. */
  async beginNewSet(): Promise<void> {
    await this.#storeFolder(await this.catalog.requireFolder());
  }

  async #storeFolder(folder: string | null): Promise<void> {
    const backedUpLibraries =
      folder === null
        ? []
        : await listBackedUpLibraries(folder).catch((error) => {
            throw backupsUnreadableError(error);
          });
    await this.context.settings.change({ backupFolder: folder, backedUpLibraries });
    this.#problem = null;
    this.#newest.note();
    if (folder === null) this.#schedule.stop();
    // The window starts the first backup at once.
    else this.#schedule.wait(startDelayMs);
  }

  /**
   * Makes a backup now, and verifies all files that it relies on. Rejects with `badRequest` without a folder, `notFound`
   * when it is not there, `notSaved` or `readOnly`, or with the signal's reason; older backups stay as they were.
   */
  run(task: Task, options: RunOptions = { readsBack: true }): Promise<BackupRun> {
    return this.runInTurn(async () => {
      if (this.#isClosed)
        throw new StetError('refused', 'Stet is closing; the next start makes this backup.');
      try {
        return await this.#run(task, options);
      } catch (error) {
        this.#schedule.wait(retryIntervalMs);
        if (task.signal.aborted) throw error;
        const failure = notBackedUpError(error);
        this.#problem = failure.message;
        throw failure;
      }
    });
  }

  async #run(task: Task, { readsBack }: RunOptions): Promise<BackupRun> {
    const { context } = this;
    const set = await this.catalog.openOwnSet();
    const { manifest, isNew, replaced, lost } = await takeBackup(
      { ...context, set, rows: () => context.library.rows(), verifier: this.#verifier, readsBack },
      task,
    );
    this.#newest.note(manifest);
    await this.catalog
      .noteBackedUp(set)
      .catch((error) => context.log.error('that the folder has backups could not be stored', error));
    this.#problem = null;
    this.#schedule.stop();
    // Old backups go only after the new one, and all files that it relies on, were verified.
    if (readsBack)
      await pruneBackups(set).catch((error) => context.log.error('old backups could not be removed', error));
    return { isNew, missing: countMissing(manifest), replaced, lost };
  }

  /** Removes articles from all backups, as `BackupCatalog.forget` does. */
  forget(articleIds: readonly string[]): Promise<number> {
    return this.runInTurn(() => {
      this.#newest.note();
      return this.catalog.forget(articleIds);
    });
  }

  /**
   * Backs up the changes since the last backup, for a few seconds at most. The next start backs up the rest. Nothing is written
   * afterwards. Never rejects.
   */
  async close(): Promise<void> {
    this.#schedule.stop();
    // The first backup takes long, so it runs only while the reviewer can see its progress.
    const hasBackup = this.#isOn && (await this.#newest.read()) !== null;
    if (hasBackup && this.#newest.listOutdated().size > 0) {
      const controller = new AbortController();
      const cancelTimeout = this.context.schedule(closingTimeoutMs, () => controller.abort());
      // There is no time to verify earlier backups. The next start does that.
      const task = { signal: controller.signal, reportProgress: () => undefined };
      await this.run(task, { readsBack: false }).catch(() => undefined);
      cancelTimeout();
    }
    this.#isClosed = true;
    await this.runInTurn(() => undefined);
    this.#schedule.stop();
  }

  get #isOn(): boolean {
    return this.catalog.folder !== null;
  }

  #announce(): void {
    // If another computer has the library open, that computer makes the backups.
    if (this.context.access.refusal === null) this.context.emit({ type: 'backupDue' });
  }
}

function countMissing({ articles }: Manifest): number {
  return articles.reduce((sum, { missing }) => sum + missing.length, 0);
}
