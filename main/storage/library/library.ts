import { createSerialQueue } from '#main/base/serial-queue.ts';
import { StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import type { CountedReading, LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { keepUnknownFields } from '#shared/text/stored-object.ts';
import {
  finishRemoval,
  moveToRemovalFolder,
  removalFolder,
  writeBinMark,
} from '../article/article-folder.ts';
import type { ArticleSummary } from '../article/article-summary.ts';
import { notSavedError } from '../disk/disk-messages.ts';
import { createFolder, removeTempFiles } from '../disk/durable-file.ts';
import { describeReadProblem, type FilePlatform } from '../disk/open-store.ts';
import { articleFolder, libraryPaths } from '../disk/paths.ts';
import { type LibraryFile, type LibraryRow, readLibraryFile } from './library-file.ts';
import { LibraryFollower, readRow, reconcile } from './reconcile.ts';

interface LibraryContext extends FilePlatform, Pick<System, 'libraryFolder' | 'newId'> {
  /** Whether the last writer died and may have left temporary files anywhere. */
  wasLeft: boolean;
}

/** Opens the list of articles and updates it from their folders. Rejects when the folder can't be created or read. */
export async function openLibrary(context: LibraryContext): Promise<Library> {
  const { libraryFolder, access } = context;
  const paths = libraryPaths(libraryFolder);
  if (access.refusal === null) {
    await access.verify();
    await createFolder(paths.articles);
    await removeTempFiles(libraryFolder);
  }
  const file = await readLibraryFile(paths.library, context);
  const { removedIds, problems, ...reconciled } = await reconcile(context, file.rows, context.wasLeft);
  const fileProblem = describeReadProblem(
    file.loadResult,
    'the list of articles',
    'It was made again from the articles.',
  );
  const library = new Library(context, file, reconciled, fileProblem ? [fileProblem, ...problems] : problems);
  await library.begin(removedIds);
  return library;
}

/**
 * The list of articles, which is a cache of their folders. Articles are created, binned and deleted through it. Its file is written
 * when articles come or go, and by `close`. An edit writes only the summary in the article's folder, from which the next start
 * updates the list.
 */
export class Library {
  readonly #articles: Map<string, LibraryRow>;
  readonly #follower: LibraryFollower;
  /** Articles that are being deleted. No other operation may touch them. */
  readonly #removing = new Set<string>();
  readonly #inTurn = createSerialQueue();
  #isChanged: boolean;

  constructor(
    private readonly context: LibraryContext,
    private readonly file: LibraryFile,
    { rows, hasChanged }: { rows: readonly LibraryRow[]; hasChanged: boolean },
    /** Problems found at the start, in plain words. */
    readonly problems: string[],
  ) {
    this.#articles = new Map(rows.map((row) => [row.entry.id, row]));
    this.#isChanged = hasChanged;
    this.#follower = new LibraryFollower(context);
  }

  /** Writes the list, and completes deletions that a killed process left unfinished. Never rejects. */
  async begin(removedIds: readonly string[]): Promise<void> {
    // Written now, so that the next start does not read the same articles again.
    await this.#tryWrite();
    if (this.context.access.refusal === null) for (const id of removedIds) await this.#tryFinishRemoval(id);
  }

  list(): LibraryEntry[] {
    return Array.from(this.#articles.values(), ({ entry }) => entry);
  }

  /** The entries with the sizes of their histories. */
  rows(): LibraryRow[] {
    return [...this.#articles.values()];
  }

  has(articleId: string): boolean {
    return this.#articles.has(articleId);
  }

  /** The size of an article's history in bytes when its entry was made; null when there is none. */
  getHistoryBytes(articleId: string): number | null {
    return this.#articles.get(articleId)?.historyBytes ?? null;
  }

  /** Replaces or adds an entry. Its bin mark and its reading progress stay. */
  update({ entry, historyBytes }: Pick<ArticleSummary, 'entry' | 'historyBytes'>): void {
    const before = this.#articles.get(entry.id);
    const { binnedAt, reading } = before?.entry ?? { binnedAt: null, reading: null };
    this.#change(
      entry.id,
      keepUnknownFields(before, { entry: { ...entry, reading, binnedAt }, historyBytes }),
    );
  }

  /** Updates the reading progress of an article. Ignores an article that is not listed. */
  updateReading(articleId: string, reading: CountedReading): void {
    const row = this.#articles.get(articleId);
    if (row) this.#change(articleId, { ...row, entry: { ...row.entry, reading } });
  }

  /** Lists an article whose folder was just created. Never rejects: the next start lists it as well. */
  async add(articleId: string): Promise<void> {
    const folder = articleFolder(this.context.libraryFolder, articleId);
    const { row } = await readRow(folder, null, null, this.context);
    if (row) this.#change(articleId, row);
  }

  /**
   * Updates the list while another Stet may write to the library. Resolves to whether anything changed. Never rejects: the list stays
   * as it was if the folders can't be read.
   */
  async follow(): Promise<boolean> {
    const { access } = this.context;
    const articles = this.#articles;
    if (access.refusal === null) return false;
    const rows = await this.#follower.read(articles).catch(() => null);
    // This process may have got the lock meanwhile.
    if (rows === null || access.refusal === null) return false;
    const isSame = rows.length === articles.size && rows.every((row) => articles.get(row.entry.id) === row);
    articles.clear();
    for (const row of rows) articles.set(row.entry.id, row);
    return !isSame;
  }

  /** Writes the list if it changed. Resolves once nothing is written any more. Never rejects: the list is a cache. */
  async close(): Promise<void> {
    await this.#tryWrite();
    await this.#inTurn(() => undefined);
  }

  /** Moves an article to the bin (a timestamp) or back (null). Rejects with `notFound`, `notSaved` or `readOnly`. */
  async setBinned(articleId: string, binnedAt: string | null): Promise<void> {
    this.#getRow(articleId);
    const folder = articleFolder(this.context.libraryFolder, articleId);
    await writeBinMark(folder, binnedAt, this.context).catch((error) => {
      throw notSavedError(error, 'The article stays where it was.');
    });
    const row = this.#getRow(articleId);
    this.#change(articleId, { ...row, entry: { ...row.entry, binnedAt } });
  }

  /**
   * Deletes an article that is in the bin. `closeAndRun` has to close its review, then run the step that moves the folder away.
   * False when some files can only be removed at the next start. Rejects with `notFound`, `badRequest` or `notSaved`, and then
   * the article is in the bin as before.
   */
  async remove(
    articleId: string,
    closeAndRun: (step: () => Promise<void>) => Promise<void>,
  ): Promise<boolean> {
    const { access, libraryFolder } = this.context;
    if (this.#getRow(articleId).entry.binnedAt === null)
      throw new StetError('badRequest', 'Only what is in the bin can be deleted for good.');
    this.#removing.add(articleId);
    try {
      await closeAndRun(async () => {
        await access.verify().catch((error) => {
          throw notSavedError(error, 'The article stays in the bin.');
        });
        await moveToRemovalFolder(libraryFolder, articleId);
        this.#articles.delete(articleId);
      });
    } finally {
      this.#removing.delete(articleId);
    }
    return this.#tryFinishRemoval(articleId);
  }

  #getRow(articleId: string): LibraryRow {
    const row = this.#articles.get(articleId);
    if (row && !this.#removing.has(articleId)) return row;
    throw new StetError('notFound', 'This article is no longer in the library.');
  }

  #change(id: string, row: LibraryRow): void {
    const isNew = !this.#articles.has(id);
    this.#articles.set(id, row);
    this.#isChanged = true;
    if (isNew) void this.#tryWrite();
  }

  async #tryFinishRemoval(articleId: string): Promise<boolean> {
    const { access, libraryFolder, log } = this.context;
    try {
      await access.verify();
      this.#isChanged = true;
      await finishRemoval(removalFolder(libraryFolder, articleId), () => this.#write());
      return true;
    } catch (error) {
      log.error(`the rest of ${articleId} could not be removed`, error);
      return false;
    }
  }

  /** Writes the list if it changed. Rejects with the system's error or as `WriteAccess.verify`. */
  #write(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#isChanged) return;
      this.#isChanged = false;
      try {
        await this.file.write(this.rows());
      } catch (error) {
        this.#isChanged = true;
        throw error;
      }
    });
  }

  /** As `#write`, if this process may write. Never rejects: the list is a cache. */
  async #tryWrite(): Promise<void> {
    const { access, log } = this.context;
    if (access.refusal !== null) return;
    await this.#write().catch((error) => log.error('the list of articles could not be written', error));
  }
}
