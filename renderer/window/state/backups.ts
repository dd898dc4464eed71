import { create } from 'zustand';
import type {
  BackedUpArticleRow,
  BackupRun,
  BackupState,
  ListedBackup,
  ShownCheckReport,
} from '#shared/contract/commands/backup-commands.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { showArticle } from './article/show-article.ts';
import { callMain, client, takeValue } from './base/client.ts';
import { closeDialog, openDialog } from './base/dialogs.ts';
import { clearErrors, showError, showNotice } from './base/notices.ts';
import { runMainTask, runTask } from './base/tasks.ts';
import { loadLibrary } from './library/library.ts';

/** Checks the library and its backups. Null when it was cancelled or failed, with a message. */
export async function checkLibrary(signal: AbortSignal): Promise<ShownCheckReport | null> {
  const check = (taskId: string) => client.call('check.run', { taskId });
  const options = { keepsArticleOpen: false, blocksClosing: false, signal };
  return (await runMainTask('check', 'Checking the library', check, options)) ?? null;
}

/** Makes repairs that the last check offered. */
export async function repairLibrary(repairIds: readonly string[]): Promise<void> {
  const done = await runMainTask('check', 'Repairing', (taskId) =>
    client.call('check.repair', { taskId, repairIds: [...repairIds] }),
  );
  if (done === undefined) return;
  if (done === null) return showNotice('Repairing was cancelled. Repairs that were made stay.');
  const { repaired, problems } = done;
  if (repaired > 0) showNotice(`${formatCount(repaired, 'repair')} made.`);
  for (const problem of problems) showError(problem, 'check');
}

type BackupName = Pick<ListedBackup, 'libraryId' | 'name'>;

/** All backups in the folder; null, with a message, when they can't be read. */
export async function listBackups(): Promise<readonly ListedBackup[] | null> {
  return (await callMain('backups', 'backup.list', null)) ?? null;
}

/** The articles of a backup; null, with a message, when it can't be read. */
export async function listBackedUpArticles({
  libraryId,
  name,
}: BackupName): Promise<readonly BackedUpArticleRow[] | null> {
  return (await callMain('backups', 'backup.articles', { libraryId, name })) ?? null;
}

/** Restores an article, beside its present state if the library still has it. Resolves to whether it is there. */
export async function restoreArticleFromBackup(
  { libraryId, name }: BackupName,
  { articleId, title }: Pick<BackedUpArticleRow, 'articleId' | 'title'>,
): Promise<boolean> {
  const backup = { libraryId, name };
  const restored = await runMainTask('backups', 'Restoring', (taskId) =>
    client.call('backup.restoreArticle', { taskId, backup, articleId }),
  );
  if (!restored) {
    if (restored === null) showNotice('Nothing was restored.');
    return false;
  }
  await loadLibrary();
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
  const backup = { libraryId, name };
  const restore = (taskId: string) => client.call('backup.restoreLibrary', { taskId, backup });
  const restored = await runMainTask('backups', 'Restoring the library', restore, {
    keepsArticleOpen: false,
  });
  if (restored === undefined) return;
  if (restored === null) return showNotice('Nothing was restored.');
  const { folder, lostArticles, lostFiles } = restored;
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
  takeValue(await client.call('backup.forget', { articleIds: [...articleIds] }), 'backups');
}

interface Backups {
  /** Null until it was loaded. */
  state: BackupState | null;
  isRunning: boolean;
}

/** The backups of this computer. */
export const useBackups = create<Backups>()(() => ({ state: null, isRunning: false }));

/** Whether a failure was shown; it is shown once, because Stet tries again by itself. */
let isProblemSaid = false;

export async function loadBackups(): Promise<void> {
  const state = takeValue(await client.call('backup.state', null), 'backups');
  if (state) useBackups.setState({ state });
}

/**
 * Chooses the proposed folder, asks for one, turns backups off, or begins a new set of backups in the folder although it had one. With a
 * new folder or set, a backup is made at once.
 */
export async function setBackupFolder(choice: 'proposed' | 'ask' | 'off' | 'newSet'): Promise<void> {
  const before = useBackups.getState().state?.folder ?? null;
  const state = await callMain('backups', 'backup.setFolder', { choice });
  if (!state) return;
  useBackups.setState({ state });
  isProblemSaid = false;
  if (choice === 'newSet' || (state.folder !== null && state.folder !== before)) await backUpNow();
}

/** Looks whether the drive with the backups is connected again, and goes on with them if it is. */
export async function lookForBackups(): Promise<void> {
  clearErrors('backups');
  await loadBackups();
  if (useBackups.getState().state?.isSetMissing)
    return showNotice('The backup folder still has no backups of this library.');
  isProblemSaid = false;
  await backUpNow();
}

/** Makes a backup because the person asked for it. */
export async function backUpNow(): Promise<void> {
  clearErrors('backups');
  const answer = await run();
  if (!answer) return;
  if (!answer.ok) return showError(answer.error.message, 'backups');
  if (answer.value === null) return showNotice('The backup was cancelled. Older backups are as they were.');
  const { isNew, missing } = answer.value;
  const repaired = describeRepaired(answer.value);
  if (missing > 0)
    return showError(
      `Backed up and read back, but ${formatCount(missing, 'file')} could not be: the library itself has lost ${missing === 1 ? 'it' : 'them'}. Check the library to see which.${repaired}`,
      'backups',
    );
  showNotice(
    `${isNew ? 'Backed up and read back.' : 'Nothing has changed since the last backup, which was read back.'}${repaired}`,
  );
}

/** Says as sentences behind others that copies in the backup folder were damaged; '' when all were as they were written. */
function describeRepaired({ replaced, lost }: Pick<BackupRun, 'replaced' | 'lost'>): string {
  const formatCopies = (count: number) =>
    ` ${formatCount(count, 'damaged or missing copy', 'damaged or missing copies')} in the backup folder`;
  const again =
    replaced > 0 &&
    `${formatCopies(replaced)} ${replaced === 1 ? 'was' : 'were'} made again from the library. Check the backup drive.`;
  const never =
    lost > 0 &&
    `${formatCopies(lost)} could not be made again, because the library has ${lost === 1 ? 'it' : 'them'} no longer. Check the library to see which.`;
  return `${again || ''}${never || ''}`;
}

/** Makes a backup that is due. A failure is said once, calmly, and in the settings. */
export async function backUpDue(): Promise<void> {
  const answer = await run();
  if (!answer || answer.ok) {
    isProblemSaid = false;
    const repaired = answer?.value ? describeRepaired(answer.value) : '';
    if (repaired !== '') showNotice(`Backed up and read back.${repaired}`);
    return;
  }
  if (isProblemSaid) return;
  isProblemSaid = true;
  showNotice(answer.error.message, { label: 'Settings', run: () => openDialog('settings') });
}

/** Null when a backup is being made already. */
async function run() {
  if (useBackups.getState().isRunning) return null;
  useBackups.setState({ isRunning: true });
  try {
    return await runTask('Backing up', (taskId) => client.call('backup.run', { taskId }), {
      keepsArticleOpen: false,
      blocksClosing: false,
    });
  } finally {
    useBackups.setState({ isRunning: false });
    await loadBackups();
  }
}
