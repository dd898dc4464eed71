import { join } from 'node:path';
import { idSchema } from '../../../../shared/domain/primitives';
import { getErrorCode } from '../../errors/error-code';
import { mapLimited } from '../../map-limited';
import { createSerialQueue } from '../../serial-queue';
import type { System } from '../../system';
import { isLink, readdirEntries, removeTree } from '../files/disk';
import type { FilePlatform } from '../files/durable-json-file';
import { renameForeignFolders } from '../outside/copied-folder';
import { articleFolder, libraryPaths } from '../paths';
import { removeTempFilesOf, updateRow } from './article-row';
import type { LibraryRow } from './library-file';
import { getRemovedArticleId, isCreationFolder } from './unfinished-folder';

type LibraryContext = FilePlatform & Pick<System, 'libraryFolder' | 'newId'>;

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

/**
 * Brings the list in line with the folders, which are the truth. An article that is new or outdated in the list is read from
 * its folder: from the summary there, or else as a whole. A row without a folder is dropped and reported as a problem, unless
 * the article was deleted. Removes unfinished folders, temporary files and unreferenced attachments that a killed process
 * left; temporary files are looked for in every folder if `wasLeft`, because the last writer died. Only reads when nothing may
 * be written.
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
  // The list is all that is known then: the articles that the link leads to are not this library's.
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
    // Where something may be written, the folder was created.
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
