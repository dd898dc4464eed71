import type { Outside } from '../../platform';
import { articleFolder, articlePaths } from '../library/article-folder';
import { Vault } from '../vault/vault';
import type { OpenNew } from '../vault/vault-writer';
import { draftFiles } from './draft-files';
import type { OpenForAppend } from './history-file';
import { readArticle } from './read-article';
import { ReviewStore } from './review-store';

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
  const { now } = effects;
  const article = await readArticle(own, { now, openFile });
  const paths = articlePaths(own);
  const vault = new Vault(paths.vault, openNew);
  return new ReviewStore(article, vault, draftFiles(paths.drafts, now), { ...effects, paused });
}
