import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { searchLibrary } from '../../../shared/domain/library/library-search';
import { formatNumber } from '../../../shared/text/format/numbers';
import { useLibrary, useLibraryView } from '../../state/library/library';
import { useIsLibraryWritable, useLibraryAccess } from '../../state/library/library-access';
import { Button } from '../../ui/button';
import { VirtualList } from '../../ui/lists/virtual-list';
import { ArticleRow, BinRow } from './article-row';
import styles from './library-screen.module.css';
import { LibraryToolbar } from './library-toolbar';

const DeleteDialog = lazy(async () => ({ default: (await import('./delete-dialog')).DeleteDialog }));
const RenameDialog = lazy(async () => ({ default: (await import('./rename-dialog')).RenameDialog }));

interface LibraryScreenProps {
  onOpen: (articleId: string) => void;
  /** Called after an article was deleted for good. */
  onDeleted: (articleId: string) => void;
  /** Opens the search of the text of all articles. */
  onSearchAll: () => void;
  /** The buttons that add an article. */
  actions: ReactNode;
  /** Shown while the library has no articles. */
  empty: ReactNode;
}

const getKey = ({ id }: LibraryEntry) => id;

function NoResults({ query }: { query: string }) {
  return (
    <div className={styles.none}>
      <p role="status">No article has “{query.trim()}” in its title, its byline or the name of its file.</p>
      <Button onPress={() => useLibraryView.setState({ query: '' })}>Clear the search</Button>
    </div>
  );
}

/** In the place of the welcome where nothing can be started, and the library may hold more than is shown. */
function NothingShown() {
  return (
    <div className={styles.none}>
      <p role="status">
        No article of this library can be shown or added here. The line at the top says why.
      </p>
    </div>
  );
}

/**
 * The library: the articles with search and sorting (`library-toolbar.tsx`), or the bin; `article-row.tsx` has the rows of both. Its
 * dialogs rename an article and delete articles from the bin. While the rows are grey, what is done to them waits in main.
 */
export function LibraryScreen({ onOpen, onDeleted, onSearchAll, actions, empty }: LibraryScreenProps) {
  const { articles, isComparing } = useLibrary();
  const { query, order } = useLibraryView();
  const isWritable = useIsLibraryWritable();
  const isUnusable = useLibraryAccess(({ access }) => access.kind === 'unwritable');
  const [isBinWanted, setBinWanted] = useState(false);
  const [toDelete, setToDelete] = useState<readonly LibraryEntry[] | null>(null);
  const [toRename, setToRename] = useState<LibraryEntry | null>(null);
  const isBinEmpty = articles?.every(({ binnedAt }) => binnedAt === null) ?? false;
  // An article that comes into the bin later does not show it.
  useEffect(() => {
    if (isBinEmpty) setBinWanted(false);
  }, [isBinEmpty]);
  if (!articles)
    return (
      <main className={styles.screen} aria-busy="true" aria-label="Library" tabIndex={-1} data-main-area />
    );
  const active = articles.filter(({ binnedAt }) => binnedAt === null);
  const binned = articles.filter(({ binnedAt }) => binnedAt !== null);
  const results = searchLibrary(active, query, order);
  const isBinShown = isBinWanted && !isBinEmpty;
  return (
    <main className={styles.screen} tabIndex={-1} data-main-area>
      <div className={styles.column} aria-busy={isComparing}>
        <header className={styles.head} data-bare={articles.length === 0 || undefined}>
          <h1>{isBinShown ? 'Bin' : 'Library'}</h1>
          {binned.length > 0 && (
            <Button kind="quiet" onPress={() => setBinWanted(!isBinShown)}>
              {isBinShown ? 'Back to the library' : `Bin ${formatNumber(binned.length)}`}
            </Button>
          )}
          <span className={styles.grow} />
          {isBinShown && (
            <Button onPress={() => setToDelete(binned)} isDisabled={!isWritable}>
              Empty bin
            </Button>
          )}
          {!isBinShown && active.length > 0 && actions}
        </header>
        {isBinShown ? (
          <VirtualList label="Bin" items={binned} getKey={getKey} estimatedRowHeight={76} isInline>
            {(entry) => <BinRow entry={entry} onDelete={(one) => setToDelete([one])} />}
          </VirtualList>
        ) : active.length === 0 ? (
          isUnusable ? (
            <NothingShown />
          ) : (
            empty
          )
        ) : (
          <>
            <LibraryToolbar onSearchAll={onSearchAll} />
            {results.length === 0 ? (
              <NoResults query={query} />
            ) : (
              <VirtualList
                label="Articles"
                items={results}
                getKey={getKey}
                estimatedRowHeight={76}
                arrangementKey={`${query} ${order}`}
                isInline
              >
                {(entry) => <ArticleRow entry={entry} onOpen={onOpen} onRename={setToRename} />}
              </VirtualList>
            )}
          </>
        )}
      </div>
      <Suspense>
        {toDelete && (
          <DeleteDialog entries={toDelete} onDeleted={onDeleted} onClose={() => setToDelete(null)} />
        )}
        {toRename && <RenameDialog entry={toRename} onClose={() => setToRename(null)} />}
      </Suspense>
    </main>
  );
}
