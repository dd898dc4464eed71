import { useEffect } from 'react';
import type { ShownPlace } from '../../../shared/contract/shown-place';
import { moveLibrary, moveTaskLabel, useMove } from '../../state/library/move-library';
import { reopenLibrary } from '../../state/library/place';
import { cancelTask, useTasks } from '../../state/tasks';
import { Button } from '../../ui/button';
import styles from './place-screen.module.css';
import { PlaceScreen } from './place-screen';

interface MovingLibraryProps {
  place: Extract<ShownPlace, { state: 'moving' }>;
}

/** Shows how far the library was moved. Nothing in it can be changed meanwhile. */
export function MovingLibrary({ place }: MovingLibraryProps) {
  useEffect(() => void moveLibrary(), []);
  const { end } = useMove();
  if (end?.isMoved)
    return (
      <PlaceScreen title="The library was moved.">
        <p>Everything in it is now in this folder:</p>
        <bdi className={styles.folder}>{place.target}</bdi>
        <Back label="Open the library" />
      </PlaceScreen>
    );
  if (end)
    return (
      <PlaceScreen title="The library was not moved.">
        <p role="alert">{end.message}</p>
        <Back label="Back to the library" />
      </PlaceScreen>
    );
  return (
    <PlaceScreen title="Moving the library">
      <dl className={styles.folders}>
        <dt>From</dt>
        <dd>
          <bdi>{place.folder}</bdi>
        </dd>
        <dt>To</dt>
        <dd>
          <bdi>{place.target}</bdi>
        </dd>
      </dl>
      <Progress />
      <p className={styles.note}>It stays where it is until all of it was copied and compared.</p>
    </PlaceScreen>
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
      <div className={styles.ways}>
        <Button onPress={() => cancelTask(id)}>Cancel</Button>
      </div>
    </>
  );
}

function Back({ label }: { label: string }) {
  return (
    <div className={styles.ways}>
      <Button kind="primary" autoFocus onPress={() => void reopenLibrary()}>
        {label}
      </Button>
    </div>
  );
}
