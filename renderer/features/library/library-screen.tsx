import { type ReactNode, useState } from 'react';
import type { LibraryEntry } from '../../../shared/domain/library-entry';
import { useLibrary } from '../../state/library';
import { Button } from '../../ui/button';
import { VirtualList } from '../../ui/virtual-list';
import { ArticleRow } from './article-row';
import { BinRow } from './bin-row';
import { DeleteDialog } from './delete-dialog';
import styles from './library-screen.module.css';
import { RenameDialog } from './rename-dialog';

interface LibraryScreenProps {
  onOpen: (articleId: string) => void;
  /** The buttons that bring an article in. */
  actions: ReactNode;
  /** What stands there while there is no article at all. */
  empty: ReactNode;
}

const keyOf = ({ id }: LibraryEntry) => id;

/** The articles, last edited first; and the bin. */
export function LibraryScreen({ onOpen, actions, empty }: LibraryScreenProps) {
  const articles = useLibrary((library) => library.articles);
  const [showBin, setShowBin] = useState(false);
  const [deleted, setDeleted] = useState<readonly LibraryEntry[] | null>(null);
  const [renamed, setRenamed] = useState<LibraryEntry | null>(null);
  if (!articles)
    return (
      <main className={styles.screen} aria-busy="true" aria-label="Library" tabIndex={-1} data-focus-home />
    );
  const kept = articles.filter(({ binnedAt }) => binnedAt === null);
  const binned = articles.filter(({ binnedAt }) => binnedAt !== null);
  const inBin = showBin && binned.length > 0;
  return (
    <main className={styles.screen} tabIndex={-1} data-focus-home>
      <div className={styles.column}>
        <header className={styles.head} data-bare={articles.length === 0 || undefined}>
          <h1>{inBin ? 'Bin' : 'Library'}</h1>
          {binned.length > 0 && (
            <Button kind="quiet" onPress={() => setShowBin(!inBin)}>
              {inBin ? 'Back to the library' : `Bin ${binned.length}`}
            </Button>
          )}
          <span className={styles.grow} />
          {inBin && <Button onPress={() => setDeleted(binned)}>Empty bin</Button>}
          {!inBin && kept.length > 0 && actions}
        </header>
        {inBin ? (
          <VirtualList label="Bin" items={binned} keyOf={keyOf} estimatedHeight={76} isInline>
            {(entry) => <BinRow entry={entry} onDelete={(one) => setDeleted([one])} />}
          </VirtualList>
        ) : kept.length === 0 ? (
          empty
        ) : (
          <VirtualList label="Articles" items={kept} keyOf={keyOf} estimatedHeight={76} isInline>
            {(entry) => <ArticleRow entry={entry} onOpen={onOpen} onRename={setRenamed} />}
          </VirtualList>
        )}
      </div>
      {deleted && <DeleteDialog entries={deleted} onClose={() => setDeleted(null)} />}
      {renamed && <RenameDialog entry={renamed} onClose={() => setRenamed(null)} />}
    </main>
  );
}
