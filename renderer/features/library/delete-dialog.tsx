import { useState } from 'react';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { counted } from '../../../shared/text/format/count-of';
import { deleteArticles } from '../../state/library/library';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { useIsLeft } from '../../ui/dialog/use-is-left';
import styles from './delete-dialog.module.css';

interface DeleteDialogProps {
  entries: readonly LibraryEntry[];
  onDeleted: (articleId: string) => void;
  onClose: () => void;
}

/** Asks before articles of the bin are deleted: there is no way back. Closed meanwhile, the one under way is the last. */
export function DeleteDialog({ entries, onDeleted, onClose }: DeleteDialogProps) {
  const [busy, setBusy] = useState(false);
  const isLeft = useIsLeft();
  const isOne = entries.length === 1;
  const submit = async () => {
    setBusy(true);
    await deleteArticles(entries, onDeleted, () => isLeft.current);
    if (!isLeft.current) onClose();
  };
  return (
    <Dialog
      title={
        isOne ? 'Delete this article for good?' : `Delete ${counted(entries.length, 'article')} for good?`
      }
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button kind="primary" onPress={() => void submit()} isPending={busy}>
            {busy ? 'Deleting …' : 'Delete for good'}
          </Button>
        </>
      }
    >
      <ul className={styles.titles} aria-label="To be deleted">
        {entries.map(({ id, title }) => (
          <li key={id}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
      <p>
        {isOne ? 'Its' : 'Their'} drafts, claims, sources and attached files are removed from this computer.
        This can’t be undone.
      </p>
    </Dialog>
  );
}
