import { join } from 'node:path';

/**
 * Paths of everything in the library's folder. `library/` stores the list of articles, `review/` one article, `vault/` its
 * attached files, `lock/` who may write, and `files/` is how each of them reads and writes.
 */
export function libraryPaths(folder: string) {
  return {
    library: join(folder, 'library.json'),
    settings: join(folder, 'settings.json'),
    /** Where versions before `summary.json` kept the sources of all articles. */
    formerSources: join(folder, 'sources.json'),
    lock: join(folder, 'lock.json'),
    articles: join(folder, 'articles'),
  };
}

/** Paths in the folder of one article. */
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
  return join(libraryPaths(libraryFolder).articles, articleId);
}
