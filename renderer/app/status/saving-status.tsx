import { formatCount } from '../../../shared/text/format/format-count';
import { askToContinueElsewhere } from '../../state/library/continue-elsewhere';
import type { SaveState } from '../../state/review/save-queue';
import { useSaveState, useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import styles from './status-bar.module.css';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Saved" only appears when everything is on the disk. */
function describeSaveState(saveState: SaveState): string {
  if (saveState.state === 'saving') return 'Saving…';
  if (saveState.state === 'saved')
    return saveState.at === null ? 'Saved' : `Saved ${time.format(new Date(saveState.at))}`;
  return `Not saved (${formatCount(saveState.waiting, 'edit')} kept here): ${saveState.why}`;
}

/** Whether the review is on the disk. Screen readers announce only that saving fails, not every edit. */
export function SavingStatus() {
  const saveState = useSaveState();
  const { retrySaving, readOnly } = useSession();
  const isFailing = saveState.state === 'failing';
  return (
    <>
      <output className={isFailing ? styles.failing : undefined} aria-live={isFailing ? 'assertive' : 'off'}>
        {readOnly ? 'Read-only' : describeSaveState(saveState)}
      </output>
      {isFailing && (
        <>
          <Button onPress={retrySaving}>Try again</Button>
          <Button onPress={askToContinueElsewhere}>Choose another folder…</Button>
        </>
      )}
    </>
  );
}
