import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { idSchema } from '../../../../shared/domain/primitives';
import { StetError } from '../../errors/stet-error';
import { mapLimited } from '../../map-limited';
import type { Platform } from '../../platform';
import { createSerialQueue, type SerialQueue } from '../../serial-queue';
import { removeTempFiles } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { articleFolder, articlePaths, libraryPaths } from '../paths';
import { readArticle } from '../review/read-article';
import { needsSweep, sweepVault } from '../vault/sweep-vault';
import { type ArticleSummary, readSummary, summarizeArticle, writeSummary } from './article-summary';
import { readBinMark } from './bin-mark';
import type { LibraryRow } from './library-file';
import { getRemovedArticleId, isCreationFolder } from './unfinished-folder';

type LibraryContext = FilePlatform & Pick<Platform, 'libraryFolder'>;

interface Context extends LibraryContext {
  listHoldsBin: boolean;
  /** Reads whole articles one at a time, because each may need much memory. */
  readInTurn: SerialQueue;
}

/** How many folders are looked at at a time: on a network drive most of the time is spent waiting. */
const maxFolders = 16;

interface ReconcileResult {
  rows: LibraryRow[];
  /** Whether a row differs from the list. */
  hasChanged: boolean;
  /** Ids of deleted articles whose folder a killed process did not remove completely. */
  removedIds: string[];
  problems: string[];
}

interface ReconcileOptions {
  /** Whether the list is of a version that kept the bin there. */
  listHoldsBin: boolean;
  /** Whether temporary files are looked for in every folder, because the last writer died. */
  wasLeft: boolean;
}

/**
 * Brings the list in line with the folders, which are the truth. An article that is new or outdated in the list is read from
 * its folder: from the summary there, or else as a whole. A row without a folder is dropped and reported as a problem, unless the article was deleted. Removes unfinished
 * folders, temporary files and unreferenced attachments that a killed process left. Only reads when nothing may be written.
 */
export async function reconcile(
  platform: LibraryContext,
  listed: readonly LibraryRow[],
  { listHoldsBin, wasLeft }: ReconcileOptions,
): Promise<ReconcileResult> {
  const context = { ...platform, listHoldsBin, readInTurn: createSerialQueue() };
  const known = new Map(listed.map((row) => [row.entry.id, row]));
  const rows: LibraryRow[] = [];
  const problems: string[] = [];
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

async function listArticleIds({
  libraryFolder,
  access,
}: LibraryContext): Promise<{ ids: string[]; removedIds: string[] }> {
  const { articles } = libraryPaths(libraryFolder);
  const entries = await readdir(articles, { withFileTypes: true });
  if (access.refusal === null)
    for (const { name } of entries.filter(({ name }) => isCreationFolder(name))) {
      await access.verify();
      await rm(join(articles, name), { recursive: true, force: true }).catch(() => undefined);
    }
  const ids = entries
    .filter((item) => item.isDirectory() && idSchema.safeParse(item.name).success)
    .map(({ name }) => name);
  return { ids, removedIds: entries.flatMap(({ name }) => getRemovedArticleId(name) ?? []) };
}

interface RowResult {
  row: LibraryRow | undefined;
  problems: string[];
}

async function updateRow(folder: string, row: LibraryRow | undefined, context: Context): Promise<RowResult> {
  const paths = articlePaths(folder);
  // The folder's names first: asking for a file that is not there costs far more.
  const [historyBytes, names] = await Promise.all([
    // When the size is not known, the article is read, which reports what is wrong.
    stat(paths.history).then(
      ({ size }) => size,
      () => null,
    ),
    readdir(folder).catch(() => null),
  ]);
  const has = (path: string) => names === null || names.includes(basename(path));
  const isUnswept = has(paths.vault) && (await needsSweep(paths.vault));
  const binnedAt = has(paths.bin) ? await findBinnedAt(folder, row, context) : getListedBin(row, context);
  const before = row && (row.entry.binnedAt === binnedAt ? row : addBin(row, binnedAt));
  if (historyBytes !== null && !isUnswept) {
    if (before?.historyBytes === historyBytes) return { row: before, problems: [] };
    const summary = await readSummary(folder, historyBytes, context);
    if (summary) return { row: addBin(summary, binnedAt), problems: [] };
  }
  return context.readInTurn(async () => {
    await removeTempFilesOf(folder, context);
    return readRow(folder, before ?? null, binnedAt, context);
  });
}

/** When the article was moved to the bin, by its folder; by the list if the folder can't be read. */
async function findBinnedAt(
  folder: string,
  row: LibraryRow | undefined,
  context: Context,
): Promise<string | null> {
  try {
    return (await readBinMark(folder)) ?? getListedBin(row, context);
  } catch (error) {
    context.log.error(`whether ${folder} is in the bin could not be read`, error);
    return row?.entry.binnedAt ?? null;
  }
}

/** The same by a list of a version that kept the bin there. */
function getListedBin(row: LibraryRow | undefined, { listHoldsBin }: Context): string | null {
  return listHoldsBin ? (row?.entry.binnedAt ?? null) : null;
}

function addBin(
  { entry, historyBytes }: Pick<ArticleSummary, 'entry' | 'historyBytes'>,
  binnedAt: string | null,
): LibraryRow {
  return { entry: { ...entry, binnedAt }, historyBytes };
}

async function removeTempFilesOf(folder: string, { access }: FilePlatform): Promise<void> {
  if (access.refusal !== null) return;
  await access.verify();
  await removeTempFiles(folder);
  await removeTempFiles(articlePaths(folder).drafts);
  await removeTempFiles(articlePaths(folder).vault);
}

/**
 * Makes the row of an article from its folder, and its summary there. An article that can't be read keeps its previous row, if
 * it had one.
 */
export async function readRow(
  folder: string,
  before: LibraryRow | null,
  binnedAt: string | null,
  context: FilePlatform,
): Promise<RowResult> {
  const { log } = context;
  try {
    const content = await readArticle(folder, context);
    const { review, draft, changes, history, problems } = content;
    const summary = summarizeArticle(basename(folder), history.end.bytes, review, draft, changes);
    if (content.readOnlyReason === null) {
      await sweepVault(articlePaths(folder).vault, changes, context).catch((error) =>
        log.error(`the vault of ${folder} could not be swept`, error),
      );
      await writeSummary(folder, summary, context).catch((error) =>
        log.error(`the summary of ${folder} could not be written`, error),
      );
    }
    return {
      row: addBin(summary, binnedAt),
      problems: problems.map((problem) => `“${summary.entry.title}”: ${problem}`),
    };
  } catch (error) {
    log.error(`${folder} could not be read`, error);
    const name = before ? `“${before.entry.title}”` : `The article in the folder ${folder}`;
    const message =
      error instanceof StetError ? error.message : 'It can’t be read. Its folder is kept as it is.';
    return { row: before ?? undefined, problems: [`${name}: ${message}`] };
  }
}
