import { join } from 'node:path';
import { addRoot } from './disk.ts';

/**
 * Paths of files that belong to the user of this computer, whichever library is open.
 */
export function userDataPaths(folder: string) {
  return {
    settings: join(folder, 'settings.json'),
    /** The folder in which a library is being restored, until that is done. */
    restore: join(folder, 'restoring.json'),
    location: join(folder, 'library-location.json'),
    /** The libraries that this installation worked in, and the writers that the reviewer accepted. */
    known: join(folder, 'known-libraries.json'),
    /** The index of the library, for its search. */
    search: join(folder, 'search'),
    /** The usual folder of the library, unless the reviewer chose another. */
    library: join(folder, 'library'),
  };
}

const articlesName = 'articles';

/**
 * Paths in the library's folder. From this call on, no link in the folder is followed.
 */
export function libraryPaths(folder: string) {
  addRoot(folder);
  return {
    library: join(folder, 'library.json'),
    lock: join(folder, 'lock.json'),
    /** The mark of a copied library, until the copy is complete and the original is removed. */
    move: join(folder, 'move.json'),
    articles: join(folder, articlesName),
  };
}

export function articlePaths(folder: string) {
  return {
    folder,
    history: join(folder, 'history.jsonl'),
    snapshot: join(folder, 'review.json'),
    summary: join(folder, 'summary.json'),
    bin: join(folder, 'binned.json'),
    copyOrigin: join(folder, 'copy.json'),
    drafts: join(folder, 'drafts'),
    vault: join(folder, 'vault'),
  };
}

/** The folder of an article. The id must have been parsed with `idSchema`, whose characters are safe in a path. */
export function articleFolder(libraryFolder: string, articleId: string): string {
  addRoot(libraryFolder);
  // Does not call `libraryPaths`, because this runs for every article at the start.
  return join(libraryFolder, articlesName, articleId);
}
