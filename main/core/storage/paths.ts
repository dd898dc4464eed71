import { join } from 'node:path';
import { addRoot } from './files/disk';

/**
 * Paths of what belongs to the person at this computer, whatever library is open: `settings/` are their settings, `location/` is
 * where the library lies, `trust/` in which libraries they work.
 */
export function userDataPaths(folder: string) {
  return {
    settings: join(folder, 'settings.json'),
    /** Where a library is being restored, until that is done. */
    restore: join(folder, 'restoring.json'),
    location: join(folder, 'library-place.json'),
    /** The libraries that this installation worked in, and whose writing was accepted. */
    known: join(folder, 'known-libraries.json'),
    /** The index of the library, for its search. */
    search: join(folder, 'search'),
    /** The usual folder of the library, unless the reviewer chose another. */
    library: join(folder, 'library'),
  };
}

const articlesName = 'articles';

/**
 * Paths of everything in the library's folder. `library/` stores the list of articles, `review/` one article, `vault/` its
 * attached files, `lock/` who may write, and `files/` is how each of them reads and writes: from now on, no link in the folder is
 * followed.
 */
export function libraryPaths(folder: string) {
  addRoot(folder);
  return {
    library: join(folder, 'library.json'),
    lock: join(folder, 'lock.json'),
    /** In a copy of a library until it is complete, and until the library that it was made from is removed. */
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
  // Not by `libraryPaths`: at the start this runs for every article.
  return join(libraryFolder, articlesName, articleId);
}
