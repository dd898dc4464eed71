import type { Outside } from '../outside';
import { articleFolder, articlePaths } from './article-folder';
import type { OpenForAppend } from './history-file';
import { readArticle } from './read-article';
import { ReviewStore } from './review-store';
import { Vault } from './vault';
import type { OpenNew } from './vault-writer';

export interface StoreSurroundings extends Pick<Outside, 'folder' | 'now' | 'newId' | 'later' | 'log'> {
  reviewer(): string | null;
  openFile?: OpenForAppend | undefined;
  openNew?: OpenNew | undefined;
}

/** Reads an article of the library and opens its review; `paused` as the store calls it. Rejects as `readArticle` does. */
export async function openStore(
  articleId: string,
  { folder, openFile, openNew, ...effects }: StoreSurroundings,
  paused: () => void,
): Promise<ReviewStore> {
  const own = articleFolder(folder, articleId);
  const article = await readArticle(own, { now: effects.now, openFile });
  return new ReviewStore(article, new Vault(articlePaths(own).vault, openNew), { ...effects, paused });
}
