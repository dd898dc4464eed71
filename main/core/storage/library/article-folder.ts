import { join } from 'node:path';

/** Where things stand in the library's folder. */
export function libraryPaths(folder: string) {
  return {
    library: join(folder, 'library.json'),
    settings: join(folder, 'settings.json'),
    sources: join(folder, 'sources.json'),
    articles: join(folder, 'articles'),
  };
}

/** Where things stand in the folder of one article. */
export function articlePaths(folder: string) {
  return {
    folder,
    history: join(folder, 'history.jsonl'),
    snapshot: join(folder, 'review.json'),
    drafts: join(folder, 'drafts'),
    vault: join(folder, 'vault'),
  };
}

/** The folder of an article. The id must have been parsed with `idSchema`: its letters are safe in a path. */
export function articleFolder(libraryFolder: string, articleId: string): string {
  return join(libraryPaths(libraryFolder).articles, articleId);
}
