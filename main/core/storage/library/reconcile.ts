import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { idSchema } from '../../../../shared/domain/primitives';
import { StetError } from '../../errors/stet-error';
import type { Platform } from '../../platform';
import { removeTempFiles } from '../files/durable-file';
import type { FilePlatform } from '../files/durable-json-file';
import { articleFolder, articlePaths, libraryPaths } from '../paths';
import { readArticle } from '../review/read-article';
import { needsSweep, sweepVault } from '../vault/sweep-vault';
import type { LibraryRow } from './library-file';
import { summarizeReview } from './summarize-review';
import { getRemovedArticleId, isCreationFolder } from './unfinished-folder';

type Context = FilePlatform & Pick<Platform, 'libraryFolder'>;

interface ReconcileResult {
  rows: LibraryRow[];
  /** Ids of deleted articles whose folder a killed process did not remove completely. */
  removedIds: string[];
  problems: string[];
}

interface ReconcileOptions {
  /** Whether temporary files are looked for in every folder, because the last writer died. */
  wasLeft: boolean;
}

/**
 * Brings the list in line with the folders, which are the truth. An article that is new or outdated in the list is read from
 * its folder. A row without a folder is dropped and reported as a problem, unless the article was deleted. Removes unfinished
 * folders, temporary files and unreferenced attachments that a killed process left. Only reads when nothing may be written.
 */
export async function reconcile(
  context: Context,
  listed: readonly LibraryRow[],
  { wasLeft }: ReconcileOptions,
): Promise<ReconcileResult> {
  const known = new Map(listed.map((row) => [row.entry.id, row]));
  const rows: LibraryRow[] = [];
  const problems: string[] = [];
  const { ids, removedIds } = await listArticleIds(context);
  for (const id of ids) {
    const row = known.get(id);
    known.delete(id);
    const folder = articleFolder(context.libraryFolder, id);
    if (wasLeft) await removeTempFilesOf(folder, context);
    const updated = await updateRow(folder, row, context);
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

async function listArticleIds({
  libraryFolder,
  access,
}: Context): Promise<{ ids: string[]; removedIds: string[] }> {
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

async function updateRow(folder: string, row: LibraryRow | undefined, context: Context) {
  const { history, vault } = articlePaths(folder);
  // When the size is not known, the article is read, which reports what is wrong.
  const historyBytes = await stat(history).then(
    ({ size }) => size,
    () => null,
  );
  if (row && row.historyBytes === historyBytes && !(await needsSweep(vault))) return { row, problems: [] };
  await removeTempFilesOf(folder, context);
  return readRow(folder, row, context);
}

async function removeTempFilesOf(folder: string, { access }: Context): Promise<void> {
  if (access.refusal !== null) return;
  await access.verify();
  await removeTempFiles(folder);
  await removeTempFiles(articlePaths(folder).drafts);
  await removeTempFiles(articlePaths(folder).vault);
}

/** Makes the row of an article from its folder. An article that can't be read keeps its previous row, if it had one. */
export async function readRow(folder: string, before: LibraryRow | undefined, context: Context) {
  const { log } = context;
  try {
    const { review, draft, changes, history, problems, readOnlyReason } = await readArticle(folder, context);
    if (readOnlyReason === null)
      await sweepVault(articlePaths(folder).vault, changes, context).catch((error) =>
        log.error(`the vault of ${folder} could not be swept`, error),
      );
    const editedAt = changes.at(-1)?.at ?? draft.importedAt;
    const entry = {
      ...summarizeReview(basename(folder), review, draft, editedAt),
      binnedAt: before?.entry.binnedAt ?? null,
    };
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
