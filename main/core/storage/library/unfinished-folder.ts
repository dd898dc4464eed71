import { join } from 'node:path';
import { libraryPaths } from './article-folder';

/** Begins the name of a folder in which an article is being made; no id begins so. */
const making = '.making-';
/** Begins the name of a folder whose article was deleted, until nothing of it is left. */
const removing = '.removing-';

export function folderInMaking(libraryFolder: string, articleId: string): string {
  return join(libraryPaths(libraryFolder).articles, making + articleId);
}

export function folderInRemoval(libraryFolder: string, articleId: string): string {
  return join(libraryPaths(libraryFolder).articles, removing + articleId);
}

/** Whether a folder's name says that an article was being made in it. */
export function isHalfMade(name: string): boolean {
  return name.startsWith(making);
}

/** The id of the deleted article whose folder has this name; null for any other name. */
export function removedArticleId(name: string): string | null {
  return name.startsWith(removing) ? name.slice(removing.length) : null;
}
