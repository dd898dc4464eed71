import { create } from 'zustand';
import type { BackupRun, BackupState } from '../../../shared/contract/commands/backup-commands';
import { formatCount } from '../../../shared/text/format/numbers';
import { client } from '../client';
import { openDialog } from '../dialogs';
import { clearErrors, showError, showNotice } from '../notices';
import { runTask } from '../tasks';

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
  const answer = await client.call('backup.state', null);
  if (answer.ok) useBackups.setState({ state: answer.value });
  else showError(answer.error.message, 'backups');
}

/** Chooses the proposed folder, asks for one, or turns backups off. With a new folder, a backup is made at once. */
export async function setBackupFolder(choice: 'proposed' | 'ask' | 'off'): Promise<void> {
  clearErrors('backups');
  const before = useBackups.getState().state?.folder ?? null;
  const answer = await client.call('backup.setFolder', { choice });
  if (!answer.ok) return showError(answer.error.message, 'backups');
  useBackups.setState({ state: answer.value });
  isProblemSaid = false;
  if (answer.value.folder !== null && answer.value.folder !== before) await backUpNow();
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

/** Begins a new set of backups in the folder, although it had one. */
export async function beginNewBackupSet(): Promise<void> {
  clearErrors('backups');
  const answer = await client.call('backup.setFolder', { choice: 'newSet' });
  if (!answer.ok) return showError(answer.error.message, 'backups');
  useBackups.setState({ state: answer.value });
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
  return [
    ...(replaced > 0
      ? [
          ` ${formatCount(replaced, 'damaged or missing copy', 'damaged or missing copies')} in the backup folder ${replaced === 1 ? 'was' : 'were'} made again from the library. Check the backup drive.`,
        ]
      : []),
    ...(lost > 0
      ? [
          ` ${formatCount(lost, 'damaged or missing copy', 'damaged or missing copies')} in the backup folder could not be made again, because the library has ${lost === 1 ? 'it' : 'them'} no longer. Check the library to see which.`,
        ]
      : []),
  ].join('');
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
