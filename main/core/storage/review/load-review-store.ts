import type { Platform } from '../../platform';
import { articleFolder, articlePaths } from '../paths';
import { Vault } from '../vault/vault';
import type { CreateVaultFile } from '../vault/vault-writer';
import { ChangeJournal } from './change-journal';
import { DraftFiles } from './draft-files';
import { HistoryFile, type OpenForAppend } from './history/history-file';
import { readArticle } from './read-article';
import { ReviewStore, type StoreContext } from './review-store';
import { SnapshotFile } from './snapshot-file';

export interface LoadStoreContext extends StoreContext, Pick<Platform, 'libraryFolder'> {
  openForAppend?: OpenForAppend | undefined;
  createVaultFile?: CreateVaultFile | undefined;
}

/** Reads an article of the library and opens its store. Rejects as `readArticle` does. */
export async function loadReviewStore(articleId: string, context: LoadStoreContext): Promise<ReviewStore> {
  const folder = articleFolder(context.libraryFolder, articleId);
  const paths = articlePaths(folder);
  const content = await readArticle(folder, context);
  const files = {
    history: new HistoryFile(paths.history, content.historyEnd, context.openForAppend),
    snapshot: new SnapshotFile(paths.snapshot, content.snapshot, context),
    drafts: new DraftFiles(paths.drafts, context),
    vault: new Vault(paths.vault, context.createVaultFile),
  };
  return new ReviewStore(new ChangeJournal(content, files), files, content.problems, context);
}
