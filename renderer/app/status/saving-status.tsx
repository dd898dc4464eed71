import { counted } from '../../../shared/text/format/count-of';
import type { Saving } from '../../state/review/save-queue';
import { useSaving, useSession } from '../../state/review/session-context';
import { Button } from '../../ui/button';
import styles from './status-bar.module.css';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Saved" is only said of what is on the disk. */
function savingWords(saving: Saving): string {
  if (saving.state === 'saving') return 'Saving…';
  if (saving.state === 'saved')
    return saving.at === null ? 'Saved' : `Saved ${time.format(new Date(saving.at))}`;
  return `Not saved (${counted(saving.waiting, 'edit')} kept here): ${saving.why}`;
}

/** How the review stands with the disk. Read out only when saving fails: every edit would be too much. */
export function SavingStatus() {
  const saving = useSaving();
  const { retrySaving, readOnly } = useSession();
  const failing = saving.state === 'failing';
  return (
    <>
      <output className={failing ? styles.failing : undefined} aria-live={failing ? 'assertive' : 'off'}>
        {readOnly ? 'Read-only' : savingWords(saving)}
      </output>
      {failing && <Button onPress={retrySaving}>Try again</Button>}
    </>
  );
}
