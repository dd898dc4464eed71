import { join } from 'node:path';
import { idSchema } from '../../../../shared/domain/primitives';
import { libraryPaths } from '../paths';

/** Prefix of the folder in which an article is being created. No id begins with it. */
const creationPrefix = '.making-';
/** Prefix of the folder of a deleted article, until the folder is removed. */
const removalPrefix = '.removing-';

/** A folder to create an article in. `name` is new each time: a process that is paused may still write to an earlier one. */
export function creationFolder(libraryFolder: string, name: string): string {
  return join(libraryPaths(libraryFolder).articles, creationPrefix + name);
}

export function removalFolder(libraryFolder: string, articleId: string): string {
  return join(libraryPaths(libraryFolder).articles, removalPrefix + articleId);
}

/** Whether a folder has the name of one in which an article is being created. */
export function isCreationFolder(name: string): boolean {
  return parseId(name, creationPrefix) !== null;
}

/** The id of the deleted article to which a folder of this name belongs; null for any other name. */
export function getRemovedArticleId(name: string): string | null {
  return parseId(name, removalPrefix);
}

/** Names are parsed as ids are: a library may come from somebody else. */
function parseId(name: string, prefix: string): string | null {
  const id = idSchema.safeParse(name.startsWith(prefix) ? name.slice(prefix.length) : null);
  return id.success ? id.data : null;
}
