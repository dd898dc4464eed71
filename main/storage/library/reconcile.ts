import { basename, join } from 'node:path';
import { mapLimited } from '#main/base/map-limited.ts';
import { createSerialQueue, type SerialQueue } from '#main/base/serial-queue.ts';
import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import type { System } from '#main/base/system.ts';
import { idSchema } from '#shared/domain/base/primitives.ts';
import { keepUnknownFields } from '#shared/text/stored-object.ts';
import { getRemovedArticleId, isCreationFolder, readBinMark } from '../article/article-folder.ts';
import {
  type ArticleSummary,
  readSummary,
  summarizeArticle,
  writeSummary,
} from '../article/article-summary.ts';
import { nameCopiedFolder, renameForeignFolders } from '../article/copies.ts';
import { readArticle } from '../article/read-article.ts';
import { isLink, readdir, readdirEntries, removeTree, stat } from '../disk/disk.ts';
import { removeTempFiles } from '../disk/durable-file.ts';
import type { FilePlatform } from '../disk/open-store.ts';
import { articleFolder, articlePaths, libraryPaths } from '../disk/paths.ts';
import { needsSweep, sweepVault } from '../vault/sweep-vault.ts';
import type { LibraryRow } from './library-file.ts';

interface RowContext extends FilePlatform {
  /** Reads whole articles one at a time, because each may need much memory. */
  readInTurn: SerialQueue;
}

interface RowResult {
  row: LibraryRow | undefined;
  problems: string[];
}

/**
 * Updates the row of an article from its folder. An outdated row is replaced from the summary there, or else from the whole article.
 * Removes leftovers of a killed process if this process may write. Never rejects.
 */
async function updateRow(
  folder: string,
  row: LibraryRow | undefined,
  context: RowContext,
): Promise<RowResult> {
  const paths = articlePaths(folder);
  // Lists the folder first, because asking for a missing file takes far longer.
  const [historyBytes, names] = await Promise.all([
    // If the size is unknown, the article is read, which reports the problem.
    stat(paths.history).then(
      ({ size }) => size,
      () => null,
    ),
    readdir(folder).catch(() => null),
  ]);
  const has = (path: string) => names === null || names.includes(basename(path));
  const isUnswept = context.access.refusal === null && has(paths.vault) && (await needsSweep(paths.vault));
  const binnedAt = has(paths.bin) ? await findBinnedAt(folder, row, context) : null;
  const before = row && (row.entry.binnedAt === binnedAt ? row : addBin(row, binnedAt));
  if (historyBytes !== null && !isUnswept) {
    if (before?.historyBytes === historyBytes) return { row: before, problems: [] };
    const summary = await readSummary(folder, historyBytes, context);
    if (summary) return { row: keepUnknownFields(before, addBin(summary, binnedAt)), problems: [] };
  }
  return context.readInTurn(async () => {
    await removeTempFilesOf(folder, context);
    return readRow(folder, before ?? null, binnedAt, context);
  });
}

/** When the article was moved to the bin, from its folder, or from the list if the folder can't be read. */
async function findBinnedAt(
  folder: string,
  row: LibraryRow | undefined,
  context: RowContext,
): Promise<string | null> {
  try {
    return await readBinMark(folder);
  } catch (error) {
    context.log.error(`whether ${basename(folder)} is in the bin could not be read`, error);
    return row?.entry.binnedAt ?? null;
  }
}

function addBin(
  { entry, historyBytes }: Pick<ArticleSummary, 'entry' | 'historyBytes'>,
  binnedAt: string | null,
): LibraryRow {
  return { entry: { ...entry, binnedAt }, historyBytes };
}

/** Removes temporary files that a killed process left in an article's folder, if this process may write. */
async function removeTempFilesOf(folder: string, { access }: FilePlatform): Promise<void> {
  if (access.refusal !== null) return;
  await access.verify();
  await removeTempFiles(folder);
  await removeTempFiles(articlePaths(folder).drafts);
  await removeTempFiles(articlePaths(folder).vault);
}

/**
 * Makes the row of an article from its folder, and writes the summary there. An unreadable article keeps its previous row, if any.
 */
export async function readRow(
  folder: string,
  before: LibraryRow | null,
  binnedAt: string | null,
  context: FilePlatform,
): Promise<RowResult> {
  const { log } = context;
  try {
    if (before === null) await nameCopiedFolder(folder, context);
    const content = await readArticle(folder, context);
    const { review, draft, changes, history } = content;
    // Opening a damaged article repairs it and reports the problems.
    const problems = content.isDamaged ? [] : content.problems;
    const summary = summarizeArticle(basename(folder), history.end.bytes, review, draft, changes.at(-1));
    if (content.readOnlyReason === null) {
      await sweepVault(articlePaths(folder).vault, changes, context).catch((error) =>
        log.error(`the vault of ${basename(folder)} could not be swept`, error),
      );
      await writeSummary(folder, summary, context).catch((error) =>
        log.error(`the summary of ${basename(folder)} could not be written`, error),
      );
    }
    return {
      // The summary of an older draft would be incomplete.
      row:
        content.lostDrafts.length > 0 && before
          ? before
          : keepUnknownFields(before, addBin(summary, binnedAt)),
      problems: problems.map((problem) => `“${summary.entry.title}”: ${problem}`),
    };
  } catch (error) {
    log.error(`${basename(folder)} could not be read`, error);
    const name = before ? `“${before.entry.title}”` : `The article in the folder ${folder}`;
    const message =
      error instanceof StetError ? error.message : 'It can’t be read. Its folder is kept as it is.';
    return { row: before ?? undefined, problems: [`${name}: ${message}`] };
  }
}

type FollowContext = Omit<RowContext, 'readInTurn'> & { libraryFolder: string };

/** Updates a list in memory from the folders, to which another Stet writes. */
export class LibraryFollower {
  /** The stamp of each folder when its row was read. */
  readonly #stamps = new Map<string, string>();
  readonly #readInTurn = createSerialQueue();

  constructor(private readonly context: FollowContext) {}

  /**
   * Reads the rows from the folders; unchanged rows are the same objects. An unreadable article keeps its row. Rejects with the
   * system's error when the folders can't be listed.
   */
  async read(rows: ReadonlyMap<string, LibraryRow>): Promise<LibraryRow[]> {
    const { libraryFolder } = this.context;
    const entries = await readdirEntries(libraryPaths(libraryFolder).articles);
    const ids = entries
      .filter((entry) => entry.isDirectory() && idSchema.safeParse(entry.name).success)
      .map(({ name }) => name);
    const read = await mapLimited(ids, maxFolders, async (id) => {
      const folder = articleFolder(libraryFolder, id);
      const stamp = await getStamp(folder);
      const row = rows.get(id);
      if (this.#stamps.get(id) === stamp) return row;
      this.#stamps.set(id, stamp);
      return (await updateRow(folder, row, { ...this.context, readInTurn: this.#readInTurn })).row;
    });
    return read.filter((row) => row !== undefined);
  }
}

/** A string that changes with the history and the bin of an article. */
async function getStamp(folder: string): Promise<string> {
  const { history, bin } = articlePaths(folder);
  const stamps = [history, bin].map((path) =>
    stat(path).then(
      ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
      () => 'none',
    ),
  );
  return (await Promise.all(stamps)).join(', ');
}

type LibraryContext = FilePlatform & Pick<System, 'libraryFolder' | 'newId'>;

/** How many folders are read at the same time. On a network drive, most of the time is spent waiting. */
const maxFolders = 16;

interface ReconcileResult {
  rows: LibraryRow[];
  hasChanged: boolean;
  /** Ids of deleted articles whose folder a killed process did not remove completely. */
  removedIds: string[];
  problems: string[];
}

/**
 * Updates the list from the folders, which are the source of truth. A new or outdated article is read from its folder: from the
 * summary, or else as a whole. A row without a folder is dropped and reported as a problem, unless
 * the article was deleted. Removes unfinished folders, temporary files and unreferenced attachments that a killed process
 * left. If `wasLeft`, the last writer died, so temporary files are searched for in every folder. Only reads if this process must not
 * write.
 */
export async function reconcile(
  platform: LibraryContext,
  listed: readonly LibraryRow[],
  wasLeft: boolean,
): Promise<ReconcileResult> {
  const context = { ...platform, readInTurn: createSerialQueue() };
  const known = new Map(listed.map((row) => [row.entry.id, row]));
  const rows: LibraryRow[] = [];
  const problems: string[] = [];
  // Only the list is known then: the articles behind the link are not this library's.
  if (await isLink(libraryPaths(context.libraryFolder).articles))
    return { rows: [...listed], hasChanged: false, removedIds: [], problems: [] };
  const { ids, removedIds } = await listArticleIds(context);
  const results = await mapLimited(ids, maxFolders, async (id) => {
    const folder = articleFolder(context.libraryFolder, id);
    if (wasLeft) await removeTempFilesOf(folder, context);
    return updateRow(folder, known.get(id), context);
  });
  const hasChanged =
    ids.length !== known.size || results.some(({ row }, at) => row !== known.get(ids[at] ?? ''));
  for (const id of ids) known.delete(id);
  for (const result of results) {
    if (result.row) rows.push(result.row);
    problems.push(...result.problems);
  }
  for (const id of removedIds) known.delete(id);
  for (const { entry } of known.values())
    problems.push(
      `“${entry.title}” is no longer listed: its folder is gone from the library. Put the folder ${entry.id} back to have it again.`,
    );
  return { rows, hasChanged, removedIds, problems };
}

async function listArticleIds(context: LibraryContext): Promise<{ ids: string[]; removedIds: string[] }> {
  const { libraryFolder, access } = context;
  const { articles } = libraryPaths(libraryFolder);
  const entries = await readdirEntries(articles).catch((error) => {
    // A process that may write has created the folder.
    if (access.refusal !== null && getErrorCode(error) === 'ENOENT') return [];
    throw error;
  });
  const folders = entries.filter((item) => item.isDirectory()).map(({ name }) => name);
  if (access.refusal === null)
    for (const name of folders.filter(isCreationFolder)) {
      await access.verify();
      await removeTree(join(articles, name)).catch(() => undefined);
    }
  const ids = folders.filter((name) => idSchema.safeParse(name).success);
  if (access.refusal === null) ids.push(...(await renameForeignFolders(folders, context)));
  return { ids, removedIds: folders.flatMap((name) => getRemovedArticleId(name) ?? []) };
}
