import { type ReactNode, useEffect } from 'react';
import {
  backUpNow,
  loadBackups,
  lookForBackups,
  setBackupFolder,
  useBackups,
} from '#renderer/window/state/backups.ts';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { TaskLine } from '#renderer/window/ui/dialog/dialog.tsx';
import partStyles from '#renderer/window/ui/layout/settings-part.module.css';
import type { BackupState } from '#shared/contract/commands/backup-commands.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import styles from './backups.module.css';

/** Backups in the settings: where they are, when the last one was made, and the ways to make one, restore one and check the library. */
export function BackupsPart({ tasks }: { tasks: ReactNode }) {
  const { state, isRunning } = useBackups();
  useEffect(() => void loadBackups(), []);
  if (!state) return null;
  const { folder, proposed, last, isSetMissing, problem } = state;
  const isOn = folder !== null;
  return (
    <section className={partStyles.part} aria-labelledby="settings-backups">
      <h3 id="settings-backups">Backups</h3>
      {!isOn && (
        <p>
          Stet can keep copies of the whole library in another folder: the last 10, one a day for 14 days, and
          one a week for 8 weeks. A folder on another disk is best.
        </p>
      )}
      <bdi className={partStyles.folder}>{folder ?? proposed}</bdi>
      {isOn && <p role="status">{isSetMissing ? missingSet : describeLast(last)}</p>}
      {problem !== null && <p className={styles.problem}>{problem}</p>}
      {/* One row, so that the button with the focus, or the one next to it, is there before and after. */}
      <div className={partStyles.buttons}>
        {isOn ? (
          <>
            <Button
              onPress={() => void (isSetMissing ? lookForBackups() : backUpNow())}
              isPending={isRunning}
            >
              {isRunning ? 'Backing up…' : isSetMissing ? 'Look again' : 'Back up now'}
            </Button>
            {!isSetMissing && <Button onPress={() => openDialog('restore')}>Restore…</Button>}
          </>
        ) : (
          <Button onPress={() => void setBackupFolder('proposed')}>Use this folder</Button>
        )}
        <Button onPress={() => void setBackupFolder('ask')}>
          {isSetMissing ? 'Choose another folder…' : isOn ? 'Change…' : 'Choose another…'}
        </Button>
        {isSetMissing && <Button onPress={() => void setBackupFolder('newSet')}>Begin a new set here</Button>}
        {isOn && (
          <Button kind="quiet" onPress={() => void setBackupFolder('off')}>
            Turn off
          </Button>
        )}
      </div>
      <TaskLine>{tasks}</TaskLine>
      <p className={partStyles.hint}>
        {isOn
          ? 'A backup is made after you leave a changed article, and every 30 minutes of changes. Backups hold everything, confidential sources included.'
          : 'Backups hold everything, confidential sources included. Choose a folder that is as safe as the library.'}
      </p>
      <div className={partStyles.buttons}>
        <Button onPress={() => openDialog('check')}>Check library…</Button>
      </div>
      <p className={partStyles.hint}>
        Reads every file of the library and its backups, and verifies every checksum.
      </p>
    </section>
  );
}

const missingSet =
  'The backup drive isn’t connected, or its backups were removed: this folder had backups of this library and has none now. Nothing is backed up until they are back, or you choose another folder or a new set. The library is as it was.';

function describeLast(last: BackupState['last']): string {
  if (!last) return 'No backup yet.';
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const missing =
    last.missing === 0
      ? ''
      : ` ${formatCount(last.missing, 'file')} could not be backed up, because the library has lost ${last.missing === 1 ? 'it' : 'them'}.`;
  return `Last backup: ${formatDateTime(last.takenAt, timeZone)}, with ${formatCount(last.articles, 'article')}, read back and verified.${missing}`;
}
