import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { restoreArticle } from '../../state/library/library';
import { useIsLibraryWritable } from '../../state/library/library-access';
import { Button } from '../../ui/button';
import styles from './library-screen.module.css';
import { formatRelativeTime } from './format-relative-time';
import { RowFrame } from './row-frame';

interface BinRowProps {
  entry: LibraryEntry;
  onDelete: (entry: LibraryEntry) => void;
}

/** An article in the bin: restore or delete it. */
export function BinRow({ entry, onDelete }: BinRowProps) {
  const { id, title, binnedAt } = entry;
  const isDisabled = !useIsLibraryWritable();
  return (
    <RowFrame
      menu={[
        [{ label: 'Restore', isDisabled, run: () => void restoreArticle(entry) }],
        [{ label: 'Delete for good…', isDisabled, run: () => onDelete(entry) }],
      ]}
    >
      <span id={`title-${id}`} className={styles.open}>
        <bdi>{title}</bdi>
      </span>
      <div className={styles.buttons}>
        <Button
          onPress={() => restoreArticle(entry)}
          isDisabled={isDisabled}
          aria-describedby={`title-${id}`}
        >
          Restore
        </Button>
        <Button
          kind="quiet"
          onPress={() => onDelete(entry)}
          isDisabled={isDisabled}
          aria-describedby={`title-${id}`}
        >
          Delete for good
        </Button>
      </div>
      {binnedAt !== null && (
        <p className={styles.facts}>
          moved to the bin <time dateTime={binnedAt}>{formatRelativeTime(binnedAt, Date.now())}</time>
        </p>
      )}
    </RowFrame>
  );
}
