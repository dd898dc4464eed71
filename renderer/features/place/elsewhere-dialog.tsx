import { useEffect, useRef } from 'react';
import { formatCount } from '../../../shared/text/format/format-count';
import {
  type CopiedLibrary,
  continueElsewhere,
  copyTaskLabel,
  useElsewhere,
} from '../../state/library/continue-elsewhere';
import { usePlace } from '../../state/library/place';
import { withoutNotSaved } from '../../state/review/save-queue';
import { useSaveState } from '../../state/review/use-session';
import { useTasks } from '../../state/tasks';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import styles from './place-screen.module.css';

/**
 * Goes on in another folder while edits can't be saved where the library is: asks, shows the progress of the copy, and says what
 * is where then. Closing it cancels the copy.
 */
export function ElsewhereDialog({ onClose }: { onClose: () => void }) {
  const state = useElsewhere();
  const closing = useRef(new AbortController());
  useEffect(() => {
    const { current } = closing;
    return () => current.abort();
  }, []);
  if (state.step === 'copied')
    return (
      <Dialog
        title="Stet goes on in another folder"
        onClose={onClose}
        footer={
          <Button kind="primary" onPress={onClose} autoFocus>
            Close
          </Button>
        }
      >
        <Copied copy={state.copy} />
      </Dialog>
    );
  const isCopying = state.step === 'copying';
  return (
    <Dialog
      title="Go on in another folder?"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            isPending={isCopying}
            onPress={() => void continueElsewhere(closing.current.signal)}
          >
            Choose a folder…
          </Button>
        </>
      }
    >
      <Waiting />
      {state.step === 'asking' && state.problem !== null && <p role="alert">{state.problem}</p>}
      <div role="status">
        {isCopying && <p>Everything is copied, and every file of the copy is compared.</p>}
      </div>
      {isCopying && <Progress />}
    </Dialog>
  );
}

/** The edits that wait, what is about to happen to them, and that the present folder stays as it is. */
function Waiting() {
  const saveState = useSaveState();
  const place = usePlace((state) => state.place);
  const edits = saveState.state === 'saved' ? null : formatCount(saveState.waiting, 'edit');
  return (
    <>
      <p>
        {edits === null ? 'Everything is saved now, so you can also cancel.' : `${edits} can’t be saved.`}{' '}
        Stet can copy the library to an empty folder, on another disk for example, and go on there. What can’t
        be saved here is saved there.
      </p>
      <p>
        The present folder is only read. It keeps everything up to the last saved edit, also what is
        confidential, until you remove it.
      </p>
      {place !== null && <bdi className={styles.folder}>{place.folder}</bdi>}
    </>
  );
}

function Progress() {
  const task = useTasks(({ running }) => running.find(({ label }) => label === copyTaskLabel));
  if (!task || task.total === 0) return null;
  return (
    <div className={styles.progress}>
      <progress aria-label={copyTaskLabel} value={task.done} max={task.total} />
      <span>{Math.floor((task.done / task.total) * 100)} %</span>
    </div>
  );
}

function Copied({ copy }: { copy: CopiedLibrary }) {
  const { folder, formerFolder, lostArticles, lostFiles, isNoted } = copy;
  return (
    <>
      <p role="status">
        <SaveOutcome />
      </p>
      <dl className={styles.folders}>
        <dt>The library is now in</dt>
        <dd>
          <bdi>{folder}</bdi>
        </dd>
        <dt>The earlier state is still in</dt>
        <dd>
          <bdi>{formerFolder}</bdi>
        </dd>
      </dl>
      {lostArticles.length > 0 && (
        <>
          <p>
            {formatCount(lostArticles.length, 'article')} could not be read and{' '}
            {lostArticles.length === 1 ? 'is' : 'are'} only in the former folder. Once its disk works again,
            open it in the settings.
          </p>
          <ul aria-label="Articles that could not be read">
            {lostArticles.map((title) => (
              <li key={title}>
                <bdi>{title}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {lostFiles > 0 && (
        <p>
          {formatCount(lostFiles, 'file')} of other articles could not be read. “Check library…” in the File
          menu names them.
        </p>
      )}
      {!isNoted && (
        <p>
          Stet could not note the new folder, because the disk with its settings does not take anything
          either. It tries again while it runs. If the next start opens the former folder, choose the new one
          in the settings, under “Open another…”.
        </p>
      )}
    </>
  );
}

function SaveOutcome() {
  const saveState = useSaveState();
  if (saveState.state === 'failing')
    return `${formatCount(saveState.waiting, 'edit')} could not be saved here either: ${withoutNotSaved(saveState.why)}`;
  return saveState.state === 'saving' ? 'Saving your edits…' : 'All your edits are saved.';
}
