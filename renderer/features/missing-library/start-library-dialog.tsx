import { startNewLibrary } from '../../state/library/place';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import styles from './place-screen.module.css';

interface StartLibraryDialogProps {
  usualFolder: string;
  onClose: () => void;
}

/** Asks where a new library begins while the known one is missing. */
export function StartLibraryDialog({ usualFolder, onClose }: StartLibraryDialogProps) {
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
