import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { idSchema } from '../../../../shared/domain/primitives';
import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';
import { removeTempFiles } from '../files/durable-file';
import { articleFolder, articlePaths, libraryPaths } from '../paths';
import { readArticle } from '../review/read-article';
import { needsSweep, sweepVault } from '../vault/sweep-vault';
import type { LibraryRow } from './library-file';
import { summarizeReview } from './summarize-review';
import { getRemovedArticleId, isCreationFolder } from './unfinished-folder';

type Context = Pick<Platform, 'libraryFolder' | 'now' | 'log'>;

interface ReconcileResult {
  rows: LibraryRow[];
  /** Ids of deleted articles whose folder a killed process did not remove completely. */
  removedIds: string[];
  problems: string[];
}

/**
 * Brings the list in line with the folders, which are the truth. An article that is new or outdated in the list is read from
 * its folder. A row without a folder is dropped and reported as a problem, unless the article was deleted. Removes unfinished
 * folders, temporary files and unreferenced attachments that a killed process left.
 */
export async function reconcile(context: Context, listed: readonly LibraryRow[]): Promise<ReconcileResult> {
  const known = new Map(listed.map((row) => [row.entry.id, row]));
  const rows: LibraryRow[] = [];
  const problems: string[] = [];
  const { ids, removedIds } = await listArticleIds(context.libraryFolder);
  for (const id of ids) {
    const row = known.get(id);
    known.delete(id);
    const updated = await updateRow(articleFolder(context.libraryFolder, id), row, context);
    if (updated.row) rows.push(updated.row);
    problems.push(...updated.problems);
  }
  for (const id of removedIds) known.delete(id);
  for (const { entry } of known.values())
    problems.push(
      `“${entry.title}” is no longer listed: its folder is gone from the library. Put the folder ${entry.id} back to have it again.`,
    );
  return { rows, removedIds, problems };
}

async function listArticleIds(libraryFolder: string): Promise<{ ids: string[]; removedIds: string[] }> {
  const { articles } = libraryPaths(libraryFolder);
  const entries = await readdir(articles, { withFileTypes: true });
  for (const { name } of entries.filter(({ name }) => isCreationFolder(name)))
    await rm(join(articles, name), { recursive: true, force: true }).catch(() => undefined);
  const ids = entries
    .filter((item) => item.isDirectory() && idSchema.safeParse(item.name).success)
    .map(({ name }) => name);
  return { ids, removedIds: entries.flatMap(({ name }) => getRemovedArticleId(name) ?? []) };
}

async function updateRow(folder: string, row: LibraryRow | undefined, context: Context) {
  const { history, drafts, vault } = articlePaths(folder);
  // When the size is not known, the article is read, which reports what is wrong.
  const historyBytes = await stat(history).then(
    ({ size }) => size,
    () => null,
  );
  if (row && row.historyBytes === historyBytes && !(await needsSweep(vault))) return { row, problems: [] };
  await removeTempFiles(folder);
  await removeTempFiles(drafts);
  return readRow(folder, row, context);
}

/** Makes the row of an article from its folder. An article that can't be read keeps its previous row, if it had one. */
async function readRow(folder: string, before: LibraryRow | undefined, context: Context) {
  const { log } = context;
  try {
    const { review, draft, changes, history, problems, readOnlyReason } = await readArticle(
      folder,
      context,
    );
    if (readOnlyReason === null)
      await sweepVault(articlePaths(folder).vault, changes).catch((error) =>
        log.error(`the vault of ${folder} could not be swept`, error),
      );
    const editedAt = changes.at(-1)?.at ?? draft.importedAt;
    const entry = { ...summarizeReview(basename(folder), review, draft, editedAt), binnedAt: before?.entry.binnedAt ?? null };
    return {
      row: { entry, historyBytes: history.end.bytes },
      problems: problems.map((problem) => `“${entry.title}”: ${problem}`),
    };
  } catch (error) {
    log.error(`${folder} could not be read`, error);
    const name = before ? `“${before.entry.title}”` : `The article in the folder ${folder}`;
    const message =
      error instanceof StetError ? error.message : 'It can’t be read. Its folder is kept as it is.';
    return { row: before, problems: [`${name}: ${message}`] };
  }
}
