import { type ReactNode, useEffect, useState } from 'react';
import {
  listBackedUpArticles,
  listBackups,
  restoreArticleFromBackup,
  restoreLibrary,
} from '#renderer/window/state/backups.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { SelectField } from '#renderer/window/ui/choices/select-field.tsx';
import { Dialog, TaskLine } from '#renderer/window/ui/dialog/dialog.tsx';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import type { BackedUpArticleRow, ListedBackup } from '#shared/contract/commands/backup-commands.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import styles from './backups.module.css';

interface RestoreRowProps {
  article: BackedUpArticleRow;
  isPending: boolean;
  onRestore: () => void;
}

function RestoreRow({ article, isPending, onRestore }: RestoreRowProps) {
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

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
const getKey = ({ articleId }: BackedUpArticleRow) => articleId;
const toValue = ({ libraryId, name }: ListedBackup) => `${libraryId}/${name}`;

/** Chooses a backup and brings an article of it back, or the whole library into a new folder. */
export function RestoreDialog({ tasks, onClose }: { tasks: ReactNode; onClose: () => void }) {
  const [backups, setBackups] = useState<readonly ListedBackup[] | null>(null);
  const [chosen, setChosen] = useState<ListedBackup | null>(null);
  const [articles, setArticles] = useState<readonly BackedUpArticleRow[] | null>(null);
  const [restoring, setRestoring] = useState<string | null>(null);
  const [isUnreadable, setUnreadable] = useState(false);

  useEffect(() => {
    void listBackups().then((listed) => {
      setBackups(listed);
      setUnreadable(listed === null);
      setChosen(listed?.[0] ?? null);
    });
  }, []);
  useEffect(() => {
    let isCurrent = true;
    setArticles(null);
    if (chosen)
      void listBackedUpArticles(chosen).then((listed) => {
        if (isCurrent) setArticles(listed ?? []);
      });
    return () => {
      isCurrent = false;
    };
  }, [chosen]);

  const restore = async (article: BackedUpArticleRow) => {
    if (!chosen || restoring !== null) return;
    setRestoring(article.articleId);
    await restoreArticleFromBackup(chosen, article);
    setRestoring(null);
    setArticles(await listBackedUpArticles(chosen));
  };

  return (
    <Dialog
      title="Restore from a backup"
      size="wide"
      onClose={onClose}
      footer={
        <>
          {chosen && <Button onPress={() => void restoreLibrary(chosen)}>Restore the whole library…</Button>}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      {backups?.length === 0 && <p className="muted">There is no backup yet.</p>}
      {isUnreadable && <p className="muted">The backups can’t be read now. None was changed.</p>}
      {backups && chosen && (
        <SelectField
          label="Backup"
          options={backups.map((backup) => ({ value: toValue(backup), label: describeBackup(backup) }))}
          value={toValue(chosen)}
          onChange={(value) => setChosen(backups.find((backup) => toValue(backup) === value) ?? chosen)}
        />
      )}
      {articles && articles.length > 0 && (
        <VirtualList
          label="Articles of this backup"
          items={articles}
          getKey={getKey}
          estimatedRowHeight={62}
          className={`frame ${styles.articles}`}
        >
          {(article) => (
            <RestoreRow
              article={article}
              isPending={restoring === article.articleId}
              onRestore={() => void restore(article)}
            />
          )}
        </VirtualList>
      )}
      {articles?.length === 0 && <p className="muted">This backup holds no article.</p>}
      <TaskLine>{tasks}</TaskLine>
    </Dialog>
  );
}

function describeBackup({ takenAt, isOwn }: ListedBackup): string {
  const time = formatDateTime(takenAt, timeZone);
  return isOwn ? time : `${time} (another library)`;
}
