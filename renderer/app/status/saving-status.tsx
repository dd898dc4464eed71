import { formatCount } from '../../../shared/text/format/numbers';
import { saveArticleCopy } from '../../state/article/save-copy';
import { type SaveState, withoutNotSaved } from '../../state/review/save-queue';
import { useSaveState, useSession } from '../../state/review/use-session';
import { useIsTyping } from '../../state/typing/commit-typing';
import { Button } from '../../ui/button';
import styles from './status-bar.module.css';

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "Saved" only appears when everything is on the disk, also what is being typed. */
function describeSaveState(saveState: SaveState, isTyping: boolean): string {
  if (saveState.state === 'saving' || (saveState.state === 'saved' && isTyping)) return 'Saving…';
  if (saveState.state === 'saved')
    return saveState.at === null ? 'Saved' : `Saved ${time.format(new Date(saveState.at))}`;
  return describeFailure(formatCount(saveState.waiting, 'edit'), saveState.why);
}

/** Main's message says “Not saved” itself, mostly: that is said once. */
function describeFailure(edits: string, why: string): string {
  const forCertain = 'Not saved for certain: ';
  return why.startsWith(forCertain)
    ? `Not saved for certain (${edits} kept here): ${why.slice(forCertain.length)}`
    : `Not saved (${edits} kept here): ${withoutNotSaved(why)}`;
}

/** Whether the review is on the disk. Screen readers announce only that saving fails, not every edit. */
export function SavingStatus() {
  const saveState = useSaveState();
  const isTyping = useIsTyping();
  const { retrySaving, readOnly } = useSession();
  const isFailing = saveState.state === 'failing';
  return (
    <>
      <output className={isFailing ? styles.failing : undefined} aria-live={isFailing ? 'assertive' : 'off'}>
        {readOnly ? 'Read-only' : describeSaveState(saveState, isTyping)}
      </output>
      {isFailing && (
        <>
          <Button onPress={retrySaving}>Try again</Button>
          <Button onPress={() => void saveArticleCopy()}>Save a copy…</Button>
        </>
      )}
    </>
  );
}
