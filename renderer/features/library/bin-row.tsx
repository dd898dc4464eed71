import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { restoreArticle } from '../../state/library/library';
import { Button } from '../../ui/button';
import styles from './article-row.module.css';
import { formatRelativeTime } from './format-relative-time';
import { RowFrame } from './row-frame';

interface BinRowProps {
  entry: LibraryEntry;
  onDelete: (entry: LibraryEntry) => void;
}

/** An article in the bin: restore or delete it. */
export function BinRow({ entry, onDelete }: BinRowProps) {
  const { id, title, binnedAt } = entry;
  return (
    <RowFrame
      menu={[
        [{ label: 'Restore', run: () => void restoreArticle(entry) }],
        [{ label: 'Delete for good…', run: () => onDelete(entry) }],
      ]}
    >
      <span id={`title-${id}`} className={styles.open}>
        <bdi>{title}</bdi>
      </span>
      <div className={styles.buttons}>
        <Button onPress={() => restoreArticle(entry)} aria-describedby={`title-${id}`}>
          Restore
        </Button>
        <Button kind="quiet" onPress={() => onDelete(entry)} aria-describedby={`title-${id}`}>
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
