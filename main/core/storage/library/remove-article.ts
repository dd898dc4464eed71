import { dirname, join } from 'node:path';
import { readdir, removeTree, rename } from '../files/disk';
import { replaceFile, syncFolder } from '../files/durable-file';
import { notSavedError } from '../files/not-saved-error';
import { articleFolder } from '../paths';
import { removalFolder } from './unfinished-folder';

/**
 * Deletes an article: one rename takes its whole folder out of the library, and if the rest fails, the next start completes
 * it. Resolves once the rename would survive a power cut. Rejects with `notSaved`, and then the article is where it was.
 * Nothing else may use the folder.
 */
export async function moveToRemovalFolder(libraryFolder: string, articleId: string): Promise<void> {
  const folder = articleFolder(libraryFolder, articleId);
  const removed = removalFolder(libraryFolder, articleId);
  try {
    await replaceFile(folder, removed);
    await syncFolder(dirname(folder)).catch(async (error) => {
      const isBack = await rename(removed, folder).then(
        () => true,
        () => false,
      );
      // Where it can't be put back it is deleted: after a power cut it may be in the bin again, which loses nothing.
      if (isBack) throw error;
    });
  } catch (error) {
    throw notSavedError(error, 'The article stays in the bin.');
  }
}

/**
 * Removes a folder that was moved away. The folder itself goes last, after `writeList` has stored the list without the
 * article: until then its name says that the article was deleted, not lost. Rejects with the system's error, and then the
 * next start tries again.
 */
export async function finishRemoval(folder: string, writeList: () => Promise<void>): Promise<void> {
  // The content goes first, because it makes room, which writing the list may need.
  for (const name of await readdir(folder)) await removeTree(join(folder, name));
  await writeList();
  await removeTree(folder);
  await syncFolder(dirname(folder));
}
