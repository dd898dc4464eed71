import { create } from 'zustand';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { type LibraryOrder, libraryOrders, searchLibrary } from '#shared/domain/library/library-search.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { isObject, isOneOf } from '#shared/text/guards.ts';
import { client } from '../base/client.ts';
import { clearErrors, showError, showNotice } from '../base/notices.ts';
import { createPersistedStore } from '../base/persisted-store.ts';
import { deleteReadingPositions, pruneReadingPositions } from '../base/reading-positions.ts';
import { waitForPaint } from '../base/wait-for-paint.ts';

interface LibraryKeys {
  find?: string | undefined;
  shortcuts?: string | undefined;
}

/** The names of the keys that the library shows: none until the table of keys is loaded, once the list is painted. */
export const useLibraryKeys = create<LibraryKeys>()(() => ({}));

interface LibraryView {
  query: string;
  order: LibraryOrder;
  /**
   * Asks the search field to take the focus; a new object each time, so that each request is noticed. The bin has no search
   * field, and a request that was made there is outdated when the field comes back.
   */
  searchFocusRequest: object | null;
}

/** How the library is shown. */
export const useLibraryView = createPersistedStore<LibraryView, Pick<LibraryView, 'order'>>({
  name: 'library',
  initial: { query: '', order: 'edited', searchFocusRequest: null },
  isStored: isObject({ order: isOneOf(libraryOrders) }),
  toStored: ({ order }) => ({ order }),
});

interface Library {
  /** The articles including those in the bin, in order of the last edit. Null until they were loaded. */
  articles: readonly LibraryEntry[] | null;
  /** Whether they are those of the list on the disk, which main is still comparing with the folders of the articles. */
  isComparing: boolean;
}

export const useLibrary = create<Library>()(() => ({ articles: null, isComparing: false }));

const requestList = () => client.call('library.list', null);

/** The list that was requested at the start. */
let requested: ReturnType<typeof requestList> | null = null;

/**
 * Shows the articles of the list on the disk, and requests those that `loadLibrary` shows first. Resolves once the former are painted.
 * The request comes after that, because main loads most of itself to answer it, and keeps the window from painting meanwhile.
 */
export async function requestLibrary(): Promise<void> {
  const painted = showStoredList();
  requested = painted.then(requestList);
  await painted;
}

async function showStoredList(): Promise<void> {
  const answer = await client.call('library.stored', null);
  if (!answer.ok || answer.value === null || useLibrary.getState().articles !== null) return;
  setArticles(answer.value, true);
  await waitForPaint();
}

export async function loadLibrary(): Promise<void> {
  clearErrors('library');
  const answering = requested ?? requestList();
  requested = null;
  const answer = await answering;
  if (!answer.ok) {
    if (useLibrary.getState().isComparing) useLibrary.setState({ articles: null, isComparing: false });
    return showError(answer.error.message, 'library');
  }
  setArticles(answer.value.articles);
  // An article that is missing because of damage may come back.
  // A library whose articles can't be read may list none.
  if (answer.value.problems.length === 0 && answer.value.articles.length > 0)
    pruneReadingPositions(answer.value.articles.map(({ id }) => id));
  for (const problem of answer.value.problems) showError(problem);
}

/** Loads the articles again where the library is not on the screen. Failures are shown with the library itself. */
export async function refreshArticles(): Promise<void> {
  const answer = await requestList();
  if (answer.ok) setArticles(answer.value.articles);
}

function setArticles(articles: readonly LibraryEntry[], isComparing = false): void {
  useLibrary.setState({ articles: searchLibrary(articles, '', 'edited'), isComparing });
}

export async function moveToBin(entry: LibraryEntry): Promise<void> {
  const answer = await client.call('library.bin', { articleId: entry.id });
  if (!answer.ok) return showError(answer.error.message, 'library');
  await loadLibrary();
  showNotice(`“${entry.title}” moved to the bin.`, { label: 'Undo', run: () => void restoreArticle(entry) });
}

export async function restoreArticle({ id, title }: LibraryEntry): Promise<void> {
  const answer = await client.call('library.restore', { articleId: id });
  if (!answer.ok) return showError(answer.error.message, 'library');
  await loadLibrary();
  showNotice(`“${title}” is back in the library.`);
}

/**
 * Deletes articles in the bin with all their files, one after another until it is cancelled, and calls `onDeleted` for each.
 * False when one could not be deleted; an error says why.
 */
export async function deleteArticles(
  entries: readonly LibraryEntry[],
  onDeleted: (articleId: string) => void,
  isCancelled: () => boolean,
): Promise<boolean> {
  let incompleteCount = 0;
  const deleted: LibraryEntry[] = [];
  for (const entry of entries) {
    if (isCancelled()) break;
    const answer = await client.call('library.delete', { articleId: entry.id });
    if (!answer.ok) {
      await loadLibrary();
      showError(answer.error.message, 'library');
      return false;
    }
    deleted.push(entry);
    deleteReadingPositions(entry.id);
    onDeleted(entry.id);
    if (!answer.value.isWhole) incompleteCount += 1;
  }
  await loadLibrary();
  const [first] = deleted;
  if (!first) return true;
  const what =
    deleted.length === 1 ? `“${first.title}” was` : `${formatCount(deleted.length, 'article')} were`;
  const others = deleted.length < entries.length ? ' The others are still in the bin.' : '';
  if (incompleteCount === 0) showNotice(`${what} deleted.${others}`);
  else
    showError(
      `${what} deleted. Some of their files are in use; they are removed when Stet starts the next time.${others}`,
      'library',
    );
  return true;
}
