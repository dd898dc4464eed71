import { useSaving, useSession } from '../state/session-context';
import { Button } from '../ui/button';
import styles from './status-bar.module.css';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function editsWords(count: number): string {
  return count === 1 ? '1 edit' : `${count} edits`;
}

/** "Saved" is only said of what is on the disk. */
export function SavingStatus() {
  const saving = useSaving();
  const { retrySaving, readOnly } = useSession();
  if (readOnly) return <output>Read-only</output>;
  if (saving.state === 'failing')
    return (
      <>
        <output className={styles.failing}>
          Not saved ({editsWords(saving.waiting)} kept here): {saving.why}
        </output>
        <Button onPress={retrySaving}>Try again</Button>
      </>
    );
  if (saving.state === 'saving') return <output>Saving…</output>;
  return <output>Saved{saving.at !== null && ` ${time.format(new Date(saving.at))}`}</output>;
}
