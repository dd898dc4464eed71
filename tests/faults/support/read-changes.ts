import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readHistory } from '../../../main/core/storage/history/history-format';
import { libraryPaths } from '../../../main/core/storage/paths';

/** The ids of the changes in all histories of a library: of articles, and of kept copies of them. */
export async function readChangeIds(libraryFolder: string): Promise<Set<string>> {
  const { articles } = libraryPaths(libraryFolder);
  const ids = new Set<string>();
  for (const name of await readdir(articles)) {
    const history = await readHistory(join(articles, name, 'history.jsonl')).catch(() => null);
    for (const { id } of history?.changes ?? []) ids.add(id);
  }
  return ids;
}
