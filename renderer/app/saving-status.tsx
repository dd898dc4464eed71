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
  if (readOnly) return <span>Read-only</span>;
  if (saving.state === 'failing')
    return (
      <>
        <span className={styles.failing} role="alert">
          Not saved ({editsWords(saving.waiting)} kept here): {saving.why}
        </span>
        <Button onPress={retrySaving}>Try again</Button>
      </>
    );
  if (saving.state === 'saving') return <span>Saving…</span>;
  return <span>Saved{saving.at !== null && ` ${time.format(new Date(saving.at))}`}</span>;
}
