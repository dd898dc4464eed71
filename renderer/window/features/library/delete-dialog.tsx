import { useEffect, useState } from 'react';
import { findHolding, removeFromBackups } from '#renderer/window/state/backups.ts';
import { deleteArticles } from '#renderer/window/state/library/library.ts';
import { Dialog, DialogFooter, useIsClosed } from '#renderer/window/ui/dialog/dialog.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { formatDateTimeRange } from '#shared/text/format/format-dates.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import styles from './delete-dialog.module.css';

interface DeleteDialogProps {
  entries: readonly LibraryEntry[];
  onDeleted: (articleId: string) => void;
  onClose: () => void;
}

/**
 * Asks before articles in the bin are deleted, which can't be undone. If the dialog is closed while they are being deleted, the
 * current one is the last.
 */
export function DeleteDialog({ entries, onDeleted, onClose }: DeleteDialogProps) {
  const [isDeleting, setDeleting] = useState(false);
  const isClosed = useIsClosed();
  const isOne = entries.length === 1;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  /** When the backups were made that hold what is to be deleted, the newest first. */
  const [held, setHeld] = useState<readonly string[]>([]);
  const [removesFromBackups, setRemovesFromBackups] = useState(false);
  useEffect(() => void findHolding(entries.map(({ id }) => id)).then(setHeld), [entries]);
  const submit = async () => {
    setDeleting(true);
    const deletedIds: string[] = [];
    const noteDeleted = (articleId: string) => {
      deletedIds.push(articleId);
      onDeleted(articleId);
    };
    await deleteArticles(entries, noteDeleted, () => isClosed.current);
    if (removesFromBackups) await removeFromBackups(deletedIds);
    if (!isClosed.current) onClose();
  };
  return (
    <Dialog
      title={
        isOne ? 'Delete this article for good?' : `Delete ${formatCount(entries.length, 'article')} for good?`
      }
      onClose={onClose}
      footer={
        <DialogFooter
          confirmLabel={isDeleting ? 'Deleting…' : 'Delete for good'}
          onConfirm={() => void submit()}
          onCancel={onClose}
          isPending={isDeleting}
          autoFocus="cancel"
        />
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
        {isOne ? 'Its' : 'Their'} drafts, claims, sources and attached files are removed from the library.
        This can’t be undone.
      </p>
      {held.length > 0 && (
        <>
          <p>
            {formatCount(held.length, 'backup')} still {held.length === 1 ? 'holds' : 'hold'}{' '}
            {isOne ? 'it' : 'them'}, made on {formatDateTimeRange(held.at(-1) ?? '', held[0] ?? '', timeZone)}
            .
          </p>
          <Checkbox isSelected={removesFromBackups} onChange={setRemovesFromBackups}>
            Remove {isOne ? 'it' : 'them'} from the backups as well
          </Checkbox>
        </>
      )}
    </Dialog>
  );
}
