import { useIsLibraryWritable } from '../../state/library/library-access';
import {
  moveLibraryElsewhere,
  openOtherLibrary,
  showLibraryInFolder,
  usePlace,
} from '../../state/library/place';
import { Button } from '../../ui/button';
import styles from '../../ui/layout/settings-part.module.css';

/** Where the library lies, and the ways to have it elsewhere. Main asks for the folders. */
export function LibraryPart() {
  const isWritable = useIsLibraryWritable();
  const place = usePlace((state) => state.place);
  if (place?.state !== 'open') return null;
  return (
    <section className={styles.part} aria-labelledby="settings-library">
      <h3 id="settings-library">Library</h3>
      <bdi className={styles.folder}>{place.folder}</bdi>
      <div className={styles.buttons}>
        <Button onPress={() => void showLibraryInFolder()}>Show in folder</Button>
        <Button onPress={() => void moveLibraryElsewhere()} isDisabled={!isWritable}>
          Move…
        </Button>
        <Button onPress={() => void openOtherLibrary()}>Open another…</Button>
      </div>
      <p className={styles.hint}>
        Your name and the other settings stay on this computer, whichever library is open.
      </p>
    </section>
  );
}
