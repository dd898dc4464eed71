import { type ReactNode, useEffect, useState } from 'react';
import { cancelTask, useTasks } from '#renderer/window/state/base/tasks.ts';
import {
  moveLibrary,
  moveTaskLabel,
  openOtherLibrary,
  reopenLibrary,
  startNewLibrary,
  useMove,
} from '#renderer/window/state/library/location.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog } from '#renderer/window/ui/dialog/dialog.tsx';
import type { MissingLibraryReason, ShownLocation } from '#shared/contract/commands/shown-location.ts';
import styles from './missing-library.module.css';

/** A screen that stands in place of the library, while it is not there or is being moved. */
function LocationScreen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.screen} tabIndex={-1} data-main-area>
      <div className={styles.column}>
        <span className={styles.brand}>stet</span>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** Shows how far the library was moved. Nothing in it can be changed meanwhile. */
export function MovingLibrary({ location }: { location: Extract<ShownLocation, { state: 'moving' }> }) {
  useEffect(() => void moveLibrary(), []);
  const { end } = useMove();
  if (end?.isMoved)
    return (
      <LocationScreen title="The library was moved.">
        <p>Everything in it is now in this folder:</p>
        <bdi className={styles.folder}>{location.target}</bdi>
        <Back label="Open the library" />
      </LocationScreen>
    );
  if (end)
    return (
      <LocationScreen title="The library was not moved.">
        <p role="alert">{end.message}</p>
        <Back label="Back to the library" />
      </LocationScreen>
    );
  return (
    <LocationScreen title="Moving the library">
      <dl className={styles.folders}>
        <dt>From</dt>
        <dd>
          <bdi>{location.folder}</bdi>
        </dd>
        <dt>To</dt>
        <dd>
          <bdi>{location.target}</bdi>
        </dd>
      </dl>
      <Progress />
      <p className={styles.note}>It stays where it is until all of it was copied and compared.</p>
    </LocationScreen>
  );
}

function Progress() {
  const task = useTasks(({ running }) => running[0]);
  if (!task) return null;
  const { id, done, total } = task;
  return (
    <>
      <div className={styles.progress}>
        <progress aria-label={moveTaskLabel} {...(total > 0 && { value: done, max: total })} />
        {total > 0 && <span>{Math.floor((done / total) * 100)} %</span>}
      </div>
      <div className={`wrapping-row ${styles.ways}`}>
        <Button onPress={() => cancelTask(id)}>Cancel</Button>
      </div>
    </>
  );
}

function Back({ label }: { label: string }) {
  return (
    <div className={`wrapping-row ${styles.ways}`}>
      <Button kind="primary" autoFocus onPress={() => void reopenLibrary()}>
        {label}
      </Button>
    </div>
  );
}

interface Description {
  title: string;
  lead: string;
  cause: string;
}

const isNotThere = { title: 'Your library isn’t there.', lead: 'Stet expects it in this folder:' };
const isNotReadable = { title: 'Your library can’t be read.', lead: 'It is in this folder:' };

const missingLibraryTexts: Record<MissingLibraryReason, Description> = {
  absent: {
    ...isNotThere,
    cause:
      'Perhaps it is on a disk or a network folder that isn’t connected, or somebody renamed or moved the folder.',
  },
  empty: {
    ...isNotThere,
    cause:
      'The folder is there, but the library is not in it. Perhaps it is on a disk or a network folder that isn’t connected, or somebody moved it elsewhere.',
  },
  denied: {
    ...isNotReadable,
    cause:
      'You are not allowed to read the folder. Check its permissions, or ask whoever shares it with you for access.',
  },
  failed: {
    ...isNotReadable,
    cause: 'The disk or the network reported an error. Check that it is connected.',
  },
  unknown: {
    title: 'Stet doesn’t know where your library is.',
    lead: 'If you never chose another folder, it is in this one:',
    cause: 'The file that says where it is, library-location.json, can’t be read.',
  },
};

/** Asks where a new library begins while the known one is missing. */
function StartLibraryDialog({ usualFolder, onClose }: { usualFolder: string; onClose: () => void }) {
  const start = async (where: 'usual' | 'chosen') => {
    await startNewLibrary(where);
    onClose();
  };
  return (
    <Dialog
      title="Start a new library?"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button onPress={() => void start('chosen')}>Choose a folder…</Button>
          <Button kind="primary" onPress={() => void start('usual')}>
            Use the usual folder
          </Button>
        </>
      }
    >
      <p>
        It begins without articles. The library that is missing stays as it is: once it is there again, open
        it in the settings.
      </p>
      <dl className={styles.folders}>
        <dt>The usual folder</dt>
        <dd>
          <bdi>{usualFolder}</bdi>
        </dd>
      </dl>
    </Dialog>
  );
}

/** Asks where a library is that is known and not there. A new one is started only when the reviewer says so. */
export function MissingLibrary({ location }: { location: Extract<ShownLocation, { state: 'missing' }> }) {
  const { title, lead, cause } = missingLibraryTexts[location.why];
  const [failedTries, setFailedTries] = useState(0);
  const [isStarting, setStarting] = useState(false);
  const tryAgain = async () => {
    await reopenLibrary();
    setFailedTries((tries) => tries + 1);
  };
  // Another way was taken, so that nothing has changed is not the news any more.
  const lookElsewhere = () => {
    setFailedTries(0);
    void openOtherLibrary();
  };
  const startNew = () => {
    setFailedTries(0);
    setStarting(true);
  };
  return (
    <LocationScreen title={title}>
      <p>{lead}</p>
      <bdi className={styles.folder}>{location.folder}</bdi>
      <p>{cause} Nothing was changed, and no new library was started.</p>
      <div className={`wrapping-row ${styles.ways}`}>
        <Button kind="primary" onPress={() => void tryAgain()}>
          Try again
        </Button>
        <Button onPress={lookElsewhere}>Find it…</Button>
        <Button onPress={startNew}>Start a new one…</Button>
      </div>
      <p className={styles.note} role="status">
        {failedTries > 0 && <span key={failedTries}>Stet looked again: nothing has changed.</span>}
      </p>
      {isStarting && (
        <StartLibraryDialog usualFolder={location.usualFolder} onClose={() => setStarting(false)} />
      )}
    </LocationScreen>
  );
}
