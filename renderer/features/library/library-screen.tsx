import { type ReactNode, useState } from 'react';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { searchLibrary } from '../../../shared/domain/library/library-search';
import { shownNumber } from '../../../shared/text/format/format-number';
import { useLibrary } from '../../state/library/library';
import { useLibraryView } from '../../state/library/library-view';
import { Button } from '../../ui/button';
import { VirtualList } from '../../ui/lists/virtual-list';
import { ArticleRow } from './article-row';
import { BinRow } from './bin-row';
import { DeleteDialog } from './delete-dialog';
import styles from './library-screen.module.css';
import { LibraryTools } from './library-tools';
import { RenameDialog } from './rename-dialog';

interface LibraryScreenProps {
  onOpen: (articleId: string) => void;
  /** An article is gone for good. */
  onDeleted: (articleId: string) => void;
  /** The buttons that bring an article in. */
  actions: ReactNode;
  /** What stands there while there is no article at all. */
  empty: ReactNode;
}

const keyOf = ({ id }: LibraryEntry) => id;

function NothingFound({ query }: { query: string }) {
  return (
    <div className={styles.none}>
      <p role="status">No article has “{query.trim()}” in its title, its byline or the name of its file.</p>
      <Button onPress={() => useLibraryView.setState({ query: '' })}>Clear the search</Button>
    </div>
  );
}

/** The articles, searched and sorted; and the bin. */
export function LibraryScreen({ onOpen, onDeleted, actions, empty }: LibraryScreenProps) {
  const articles = useLibrary((library) => library.articles);
  const { query, order } = useLibraryView();
  const [showBin, setShowBin] = useState(false);
  const [deleted, setDeleted] = useState<readonly LibraryEntry[] | null>(null);
  const [renamed, setRenamed] = useState<LibraryEntry | null>(null);
  if (!articles)
    return (
      <main className={styles.screen} aria-busy="true" aria-label="Library" tabIndex={-1} data-focus-home />
    );
  const kept = articles.filter(({ binnedAt }) => binnedAt === null);
  const binned = articles.filter(({ binnedAt }) => binnedAt !== null);
  const found = searchLibrary(kept, query, order);
  const inBin = showBin && binned.length > 0;
  return (
    <main className={styles.screen} tabIndex={-1} data-focus-home>
      <div className={styles.column}>
        <header className={styles.head} data-bare={articles.length === 0 || undefined}>
          <h1>{inBin ? 'Bin' : 'Library'}</h1>
          {binned.length > 0 && (
            <Button kind="quiet" onPress={() => setShowBin(!inBin)}>
              {inBin ? 'Back to the library' : `Bin ${shownNumber(binned.length)}`}
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
          <>
            <LibraryTools />
            {found.length === 0 ? (
              <NothingFound query={query} />
            ) : (
              <VirtualList
                label="Articles"
                items={found}
                keyOf={keyOf}
                estimatedHeight={76}
                arrangement={`${query} ${order}`}
                isInline
              >
                {(entry) => <ArticleRow entry={entry} onOpen={onOpen} onRename={setRenamed} />}
              </VirtualList>
            )}
          </>
        )}
      </div>
      {deleted && <DeleteDialog entries={deleted} onDeleted={onDeleted} onClose={() => setDeleted(null)} />}
      {renamed && <RenameDialog entry={renamed} onClose={() => setRenamed(null)} />}
    </main>
  );
}
