import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { idSchema } from '../../../../shared/domain/primitives';
import { StetError } from '../../errors/stet-error';
import type { Outside } from '../../platform';
import { removeHalfWritten } from '../files/durable-file';
import { readArticle } from '../review/read-article';
import { isUnswept, sweepVault } from '../vault/sweep';
import { articleFolder, articlePaths, libraryPaths } from './article-folder';
import type { LibraryRow } from './library-file';
import { entryOf } from './summarize-review';
import { isHalfMade, removedArticleId } from './unfinished-folder';

type Context = Pick<Outside, 'folder' | 'now' | 'log'>;

interface Reconciled {
  rows: LibraryRow[];
  /** The articles that were deleted, and of which a killed run left something. */
  removed: string[];
  problems: string[];
}

/**
 * Brings the list in line with the folders, which are the truth: what the list does not know, or knows out of date, is read
 * again from its folder; what has no folder is dropped, and told unless it was deleted. Removes what a killed run left
 * half-made, and what it attached without naming it in a change.
 */
export async function reconcile(context: Context, listed: readonly LibraryRow[]): Promise<Reconciled> {
  const known = new Map(listed.map((row) => [row.entry.id, row]));
  const rows: LibraryRow[] = [];
  const problems: string[] = [];
  const { ids, removed } = await articleIds(context.folder);
  for (const id of ids) {
    const row = known.get(id);
    known.delete(id);
    const read = await upToDate(articleFolder(context.folder, id), row, context);
    if (read.row) rows.push(read.row);
    problems.push(...read.problems);
  }
  for (const id of removed) known.delete(id);
  for (const { entry } of known.values())
    problems.push(
      `“${entry.title}” is no longer listed: its folder is gone from the library. Put the folder ${entry.id} back to have it again.`,
    );
  return { rows, removed, problems };
}

async function articleIds(libraryFolder: string): Promise<{ ids: string[]; removed: string[] }> {
  const { articles } = libraryPaths(libraryFolder);
  const inside = await readdir(articles, { withFileTypes: true });
  for (const { name } of inside.filter(({ name }) => isHalfMade(name)))
    await rm(join(articles, name), { recursive: true, force: true }).catch(() => undefined);
  const ids = inside
    .filter((item) => item.isDirectory() && idSchema.safeParse(item.name).success)
    .map(({ name }) => name);
  return { ids, removed: inside.flatMap(({ name }) => removedArticleId(name) ?? []) };
}

async function upToDate(folder: string, row: LibraryRow | undefined, context: Context) {
  const { history, drafts, vault } = articlePaths(folder);
  const historyBytes = await stat(history).then(
    ({ size }) => size,
    () => null,
  );
  if (row && row.historyBytes === historyBytes && !(await isUnswept(vault))) return { row, problems: [] };
  await removeHalfWritten(folder);
  await removeHalfWritten(drafts);
  return readRow(folder, row, context);
}

/** The row of an article as its folder tells it. An article that can't be read stays listed as it was, if it was. */
async function readRow(folder: string, before: LibraryRow | undefined, { now, log }: Context) {
  try {
    const { review, draft, changes, history, problems, readOnly } = await readArticle(folder, { now });
    if (readOnly === null)
      await sweepVault(articlePaths(folder).vault, changes).catch((error) =>
        log.error(`the vault of ${folder} could not be swept`, error),
      );
    const editedAt = changes.at(-1)?.at ?? draft.importedAt;
    const entry = { ...entryOf(review, draft, editedAt), binnedAt: before?.entry.binnedAt ?? null };
    return {
      row: { entry, historyBytes: history.bytes },
      problems: problems.map((words) => `“${entry.title}”: ${words}`),
    };
  } catch (error) {
    log.error(`${folder} could not be read`, error);
    const name = before ? `“${before.entry.title}”` : `The article in the folder ${folder}`;
    const words =
      error instanceof StetError ? error.message : 'It can’t be read. Its folder is kept as it is.';
    return { row: before, problems: [`${name}: ${words}`] };
  }
}
