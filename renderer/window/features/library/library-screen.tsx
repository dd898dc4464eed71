import {
  type KeyboardEvent,
  type KeyboardEventHandler,
  lazy,
  type MouseEventHandler,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { getMenuPosition, type MenuEntry, openContextMenu } from '#renderer/window/state/base/dialogs.ts';
import {
  moveToBin,
  restoreArticle,
  useLibrary,
  useLibraryKeys,
  useLibraryView,
} from '#renderer/window/state/library/library.ts';
import {
  runIfWritable,
  useIsLibraryWritable,
  useLibraryAccess,
} from '#renderer/window/state/library/library-access.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { NativeSelect } from '#renderer/window/ui/choices/native-select.tsx';
import { SearchBox } from '#renderer/window/ui/fields/search-box.tsx';
import { ProgressMeter, TimeLeft } from '#renderer/window/ui/layout/progress-meter.tsx';
import { VirtualList } from '#renderer/window/ui/lists/virtual-list.tsx';
import { ClippedText, InlineList } from '#renderer/window/ui/text/isolated-text.tsx';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import {
  isLate,
  type LibraryOrder,
  libraryOrders,
  searchLibrary,
} from '#shared/domain/library/library-search.ts';
import { describeProgress, getCheckMeter } from '#shared/domain/review/progress.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import styles from './library-screen.module.css';

interface RowFrameProps {
  menu: MenuEntry[][];
  onKeyDown?: KeyboardEventHandler;
  onClick?: MouseEventHandler;
  children: ReactNode;
}

function RowFrame({ menu, onKeyDown, onClick, children }: RowFrameProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same, and the menu key opens the menu from them
    <div
      className={styles.row}
      onContextMenu={(event) => {
        event.preventDefault();
        const position = getMenuPosition(event.nativeEvent, event.currentTarget);
        openContextMenu({ label: 'Article', groups: menu, ...position });
      }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {children}
    </div>
  );
}

const relativeTimeFormat = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Formats a timestamp (RFC 3339) relative to `now` (milliseconds since the epoch): "just now", "5 minutes ago", and the date after
 * a day: "24 Nov 2026".
 */
function formatRelativeTime(timestamp: string, now: number): string {
  const elapsedMs = now - Date.parse(timestamp);
  if (elapsedMs < minuteMs) return 'just now';
  if (elapsedMs < hourMs) return relativeTimeFormat.format(-Math.floor(elapsedMs / minuteMs), 'minute');
  if (elapsedMs < 24 * hourMs) return relativeTimeFormat.format(-Math.floor(elapsedMs / hourMs), 'hour');
  return dateFormat.format(new Date(timestamp));
}

function BinRow({ entry, onDelete }: { entry: LibraryEntry; onDelete: (entry: LibraryEntry) => void }) {
  const { id, title, binnedAt } = entry;
  const isDisabled = !useIsLibraryWritable();
  return (
    <RowFrame
      menu={[
        [{ label: 'Restore', isDisabled, run: () => void restoreArticle(entry) }],
        [{ label: 'Delete for good…', isDisabled, run: () => onDelete(entry) }],
      ]}
    >
      <span id={`title-${id}`} className={`bare-button ${styles.open}`}>
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
        <p className={`small-muted ${styles.facts}`}>
          moved to the bin <time dateTime={binnedAt}>{formatRelativeTime(binnedAt, Date.now())}</time>
        </p>
      )}
    </RowFrame>
  );
}

interface ArticleRowProps {
  entry: LibraryEntry;
  onOpen: (articleId: string) => void;
  onRename: (entry: LibraryEntry) => void;
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

/** Whether words are selected, as after dragging over a row: the click that ends the drag opens nothing. */
function isTextSelected(): boolean {
  return getSelection()?.isCollapsed === false;
}

/** Focuses the next or previous title with the Down and Up keys. Returns false for other keys, and if there is no such title. */
function focusAdjacentTitle({ key, currentTarget }: KeyboardEvent): boolean {
  const row = currentTarget.closest('li');
  const adjacentRow =
    key === 'ArrowDown' ? row?.nextElementSibling : key === 'ArrowUp' ? row?.previousElementSibling : null;
  const title = adjacentRow?.querySelector('button');
  title?.focus();
  return Boolean(title);
}

function ArticleRow({ entry, onOpen, onRename }: ArticleRowProps) {
  const { id, title, byline, draft, file, copyOf, progress, reading, deadline, words, editedAt } = entry;
  const isDisabled = !useIsLibraryWritable();
  // Keys say why nothing happens; buttons and menu entries are disabled below the line that says it.
  const rename = () => runIfWritable(() => onRename(entry), 'the article was not renamed');
  const bin = () => runIfWritable(() => void moveToBin(entry), 'the article was not moved');
  // The same element as long as its content is the same, so that `ClippedText` does not measure it again.
  const facts = useMemo(
    () => <InlineList parts={[copyOf && 'another version', byline, `draft ${draft}`, file]} />,
    [copyOf, byline, draft, file],
  );
  return (
    <RowFrame
      menu={[
        [
          { label: 'Open', keys: 'Enter', run: () => onOpen(id) },
          { label: 'Rename…', keys: 'F2', isDisabled, run: rename },
        ],
        [{ label: 'Move to bin', keys: 'Delete', isDisabled, run: bin }],
      ]}
      onKeyDown={(event) => {
        if (event.key === 'F2') rename();
        else if (event.key === 'Delete') bin();
        else if (!focusAdjacentTitle(event)) return;
        event.preventDefault();
      }}
      onClick={({ target }) => {
        if (!isControl(target) && !isTextSelected()) onOpen(id);
      }}
    >
      <button type="button" className={`bare-button ${styles.open}`} onClick={() => onOpen(id)}>
        <bdi>{title}</bdi>
      </button>
      <ProgressMeter {...getCheckMeter(progress, reading)} />
      <p className={`small-muted ${styles.facts}`}>
        {describeProgress(progress, reading)} · {formatCount(words, 'word')} · edited{' '}
        <time dateTime={editedAt}>{formatRelativeTime(editedAt, Date.now())}</time>
        {deadline !== null && (
          <>
            {' · '}
            <TimeLeft deadline={deadline} now={Date.now()} isLate={isLate(entry, Date.now())} />
          </>
        )}
      </p>
      <p className={`small-muted ${styles.origin}`}>
        <ClippedText isFocusable>{facts}</ClippedText>
      </p>
      <div className={styles.buttons}>
        <Button kind="quiet" onPress={rename} isDisabled={isDisabled} aria-describedby={`title-${id}`}>
          Rename
        </Button>
        <Button kind="quiet" onPress={bin} isDisabled={isDisabled} aria-describedby={`title-${id}`}>
          Move to bin
        </Button>
      </div>
      <span id={`title-${id}`} hidden>
        {title}
      </span>
    </RowFrame>
  );
}

const orderLabels: Record<LibraryOrder, string> = {
  edited: 'Last change',
  title: 'Title',
  progress: 'Progress',
  deadline: 'Deadline',
};

const orderOptions = libraryOrders.map((value) => ({ value, label: orderLabels[value] }));

function LibraryToolbar({ onSearchAll }: { onSearchAll: () => void }) {
  const { query, order } = useLibraryView();
  const input = useRef<HTMLInputElement>(null);
  useEffect(
    () =>
      useLibraryView.subscribe((now, before) => {
        if (now.searchFocusRequest === before.searchFocusRequest) return;
        input.current?.focus();
        input.current?.select();
      }),
    [],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    if (query === '') input.current?.blur();
    else useLibraryView.setState({ query: '' });
  };
  return (
    <div className={`wrapping-row ${styles.toolbar}`}>
      <SearchBox
        label="Search the library"
        placeholder="Search titles, bylines and files"
        keyName={useLibraryKeys(({ find }) => find)}
        value={query}
        onChange={(value) => useLibraryView.setState({ query: value })}
        inputRef={input}
        onKeyDown={onKeyDown}
        className={styles.search}
      />
      <Button onPress={onSearchAll}>Search all text</Button>
      <NativeSelect
        label="Sort by"
        options={orderOptions}
        value={order}
        onChange={(value) =>
          useLibraryView.setState({ order: libraryOrders.find((known) => known === value) ?? order })
        }
      />
    </div>
  );
}

const DeleteDialog = lazy(async () => ({ default: (await import('./delete-dialog.tsx')).DeleteDialog }));
const RenameDialog = lazy(async () => ({ default: (await import('./rename-dialog.tsx')).RenameDialog }));

interface LibraryScreenProps {
  onOpen: (articleId: string) => void;
  onDeleted: (articleId: string) => void;
  onSearchAll: () => void;
  actions: ReactNode;
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

/** The library: the articles with search and sorting, or the bin. While the rows are grey, what is done to them waits in main. */
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
        <header className={`wrapping-row ${styles.head}`} data-bare={articles.length === 0 || undefined}>
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
