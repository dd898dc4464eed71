import { useState } from 'react';
import type { ShownPlace } from '../../../shared/contract/shown-place';
import { openOtherLibrary, reopenLibrary } from '../../state/library/place';
import { Button } from '../../ui/button';
import styles from './place-screen.module.css';
import { missingLibraryTexts } from './describe-missing-library';
import { PlaceScreen } from './place-screen';
import { StartLibraryDialog } from './start-library-dialog';

interface MissingLibraryProps {
  place: Extract<ShownPlace, { state: 'missing' }>;
}

/** Asks where a library is that is known and not there. A new one is started only when the reviewer says so. */
export function MissingLibrary({ place }: MissingLibraryProps) {
  const { title, lead, cause } = missingLibraryTexts[place.why];
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
    <PlaceScreen title={title}>
      <p>{lead}</p>
      <bdi className={styles.folder}>{place.folder}</bdi>
      <p>{cause} Nothing was changed, and no new library was started.</p>
      <div className={styles.ways}>
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
        <StartLibraryDialog usualFolder={place.usualFolder} onClose={() => setStarting(false)} />
      )}
    </PlaceScreen>
  );
}
