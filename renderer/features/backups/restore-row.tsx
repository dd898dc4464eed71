import type { BackedUpArticleRow } from '../../../shared/contract/commands/backup-commands';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { Button } from '../../ui/button';
import styles from './restore-dialog.module.css';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

interface RestoreRowProps {
  article: BackedUpArticleRow;
  isPending: boolean;
  onRestore: () => void;
}

/** An article of a backup, with the button that brings it back. */
export function RestoreRow({ article, isPending, onRestore }: RestoreRowProps) {
  const titleId = `restore-${article.articleId}`;
  return (
    <div className={styles.row}>
      <bdi id={titleId} className={styles.title}>
        {article.title}
      </bdi>
      <p className={styles.facts}>{describeArticle(article)}</p>
      <span className={styles.button}>
        <Button onPress={onRestore} isPending={isPending} aria-describedby={titleId}>
          {isPending ? 'Restoring…' : 'Restore'}
        </Button>
      </span>
    </div>
  );
}

function describeArticle({ editedAt, isInLibrary, wholeAt }: BackedUpArticleRow): string {
  return [
    editedAt !== null && `Edited ${formatDateTime(editedAt, timeZone)}.`,
    wholeAt !== null &&
      `It was damaged by then; its state of ${formatDateTime(wholeAt, timeZone)} comes back.`,
    isInLibrary ? 'Comes back beside the one in the library.' : 'Not in the library any more.',
  ]
    .filter(Boolean)
    .join(' ');
}
