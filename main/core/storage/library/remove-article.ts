import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { replace, syncFolder } from '../files/durable-file';
import { notSaved } from '../files/not-saved';
import { articleFolder } from './article-folder';
import { folderInRemoval } from './unfinished-folder';

/**
 * Deletes an article: one rename takes it out of the library whole, and whatever happens afterwards the next start removes
 * the rest. Resolves to the folder's new path once the rename would survive a power cut. Rejects with `notSaved`, and then
 * the article is where it was. Nothing may be at work in the folder.
 */
export async function moveAway(libraryFolder: string, articleId: string): Promise<string> {
  const folder = articleFolder(libraryFolder, articleId);
  const removed = folderInRemoval(libraryFolder, articleId);
  try {
    await replace(folder, removed);
    await syncFolder(dirname(folder)).catch(async (error) => {
      await rename(removed, folder);
      throw error;
    });
  } catch (error) {
    throw notSaved(error, 'The article stays in the bin.');
  }
  return removed;
}

/**
 * Removes what was moved away. The folder itself goes last, after `forget` has taken the article off the lists: until then it
 * says that the article was deleted, not lost. Rejects with the system's error, and then the next start goes on.
 */
export async function removeRest(removed: string, forget: () => Promise<void>): Promise<void> {
  // First of all this makes room, which writing the lists may need.
  for (const name of await readdir(removed))
    await rm(join(removed, name), { recursive: true, force: true, maxRetries: 3 });
  await forget();
  await rm(removed, { recursive: true, force: true, maxRetries: 3 });
  await syncFolder(dirname(removed));
}
