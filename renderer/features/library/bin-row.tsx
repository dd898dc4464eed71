import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { restoreArticle } from '../../state/library/library';
import { Button } from '../../ui/button';
import styles from './article-row.module.css';
import { formatRelativeTime } from './format-relative-time';
import { openRowMenu } from './row-menu';

interface BinRowProps {
  entry: LibraryEntry;
  onDelete: (entry: LibraryEntry) => void;
}

/** An article in the bin: restore or delete it. */
export function BinRow({ entry, onDelete }: BinRowProps) {
  const { id, title, binnedAt } = entry;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same, and the menu key opens the menu from them
    <div
      className={styles.row}
      onContextMenu={(event) =>
        openRowMenu(
          event,
          [{ label: 'Restore', run: () => void restoreArticle(entry) }],
          [{ label: 'Delete for good …', run: () => onDelete(entry) }],
        )
      }
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
    </div>
  );
}
