import type { BackedUpArticleRow, ListedBackup } from '../../../shared/contract/commands/backup-commands';
import { formatCount } from '../../../shared/text/format/numbers';
import { showArticle } from '../article/show-article';
import { client } from '../client';
import { closeDialog } from '../dialogs';
import { loadLibrary } from '../library/library';
import { clearErrors, showError, showNotice } from '../notices';
import { runTask } from '../tasks';

type BackupName = Pick<ListedBackup, 'libraryId' | 'name'>;

/** All backups in the folder; null, with a message, when they can't be read. */
export async function listBackups(): Promise<readonly ListedBackup[] | null> {
  clearErrors('backups');
  const answer = await client.call('backup.list', null);
  if (answer.ok) return answer.value;
  showError(answer.error.message, 'backups');
  return null;
}

/** The articles of a backup; null, with a message, when it can't be read. */
export async function listBackedUpArticles({
  libraryId,
  name,
}: BackupName): Promise<readonly BackedUpArticleRow[] | null> {
  clearErrors('backups');
  const answer = await client.call('backup.articles', { libraryId, name });
  if (answer.ok) return answer.value;
  showError(answer.error.message, 'backups');
  return null;
}

/** Restores an article, beside its present state if the library still has it. Resolves to whether it is there. */
export async function restoreArticle(
  { libraryId, name }: BackupName,
  { articleId, title }: Pick<BackedUpArticleRow, 'articleId' | 'title'>,
): Promise<boolean> {
  clearErrors('backups');
  const backup = { libraryId, name };
  const answer = await runTask('Restoring', (taskId) =>
    client.call('backup.restoreArticle', { taskId, backup, articleId }),
  );
  if (!answer.ok) {
    showError(answer.error.message, 'backups');
    return false;
  }
  if (answer.value === null) {
    showNotice('Nothing was restored.');
    return false;
  }
  await loadLibrary();
  const restored = answer.value;
  if (restored.lostFiles > 0)
    showError(
      `“${title}” is restored without ${formatCount(restored.lostFiles, 'attached file')} that the backup has lost. Attach the originals again.`,
      'backups',
    );
  else
    showNotice(`“${title}” is restored.`, {
      label: 'Open',
      run: () => {
        closeDialog();
        void showArticle(restored.articleId);
      },
    });
  return true;
}

/** Restores a whole library into a new folder, which main asks for. */
export async function restoreLibrary({ libraryId, name }: BackupName): Promise<void> {
  clearErrors('backups');
  const backup = { libraryId, name };
  const answer = await runTask(
    'Restoring the library',
    (taskId) => client.call('backup.restoreLibrary', { taskId, backup }),
    { keepsArticleOpen: false },
  );
  if (!answer.ok) return showError(answer.error.message, 'backups');
  if (answer.value === null) return showNotice('Nothing was restored.');
  const { folder, lostArticles, lostFiles } = answer.value;
  const done = `The library is restored into ${folder}. To open it, choose “Open another…” in Settings.`;
  const losses = [
    ...lostArticles.map((title) => `“${title}” is missing, because the backup has lost a part of it.`),
    ...(lostFiles > 0 ? [`${formatCount(lostFiles, 'attached file')} could not be restored.`] : []),
  ];
  if (losses.length === 0) showNotice(done);
  else showError([done, ...losses].join(' '), 'backups');
}

/** When the backups were made that hold one of these articles, the newest first. None when they can't be read. */
export async function findHolding(articleIds: readonly string[]): Promise<readonly string[]> {
  const answer = await client.call('backup.holding', { articleIds: [...articleIds] });
  return answer.ok ? answer.value.takenAt : [];
}

/** Removes articles from all backups. */
export async function removeFromBackups(articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  const answer = await client.call('backup.forget', { articleIds: [...articleIds] });
  if (!answer.ok) showError(answer.error.message, 'backups');
}
