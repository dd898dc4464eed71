import { nanoid } from 'nanoid';
import { create } from 'zustand';
import { editArticle } from '../../../shared/domain/article-edits';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { searchLibrary } from '../../../shared/domain/library/library-search';
import { counted } from '../../../shared/text/format/count-of';
import { client } from '../client';
import { mention, say, settleProblems } from '../notices';
import { keepPlacesOf } from '../reading/reading-places';

interface Library {
  /** Null until it was read for the first time. */
  articles: readonly LibraryEntry[] | null;
}

export const useLibrary = create<Library>()(() => ({ articles: null }));

export async function loadLibrary(): Promise<void> {
  settleProblems('library');
  const answer = await client.call('library.list', null);
  if (!answer.ok) return say(answer.error.message, 'library');
  useLibrary.setState({ articles: searchLibrary(answer.value.articles, '', 'edited') });
  // A library that was damaged may come back whole.
  if (answer.value.problems.length === 0) keepPlacesOf(answer.value.articles.map(({ id }) => id));
  for (const problem of answer.value.problems) say(problem);
}

export async function restoreArticle({ id, title }: LibraryEntry): Promise<void> {
  const answer = await client.call('library.restore', { articleId: id });
  if (!answer.ok) return say(answer.error.message, 'library');
  await loadLibrary();
  mention(`“${title}” is back in the library.`);
}

export async function binArticle(entry: LibraryEntry): Promise<void> {
  const answer = await client.call('library.bin', { articleId: entry.id });
  if (!answer.ok) return say(answer.error.message, 'library');
  await loadLibrary();
  mention(`“${entry.title}” moved to the bin.`, {
    label: 'Undo',
    run: () => void restoreArticle(entry),
  });
}

/**
 * Deletes articles of the bin with all their files, one after another until it is cancelled, and tells of each that is gone;
 * false when one of them is still there, and it was said why.
 */
export async function deleteArticles(
  entries: readonly LibraryEntry[],
  onDeleted: (articleId: string) => void,
  isCancelled: () => boolean,
): Promise<boolean> {
  let left = 0;
  const deleted: LibraryEntry[] = [];
  for (const entry of entries) {
    if (isCancelled()) break;
    const answer = await client.call('library.delete', { articleId: entry.id });
    if (!answer.ok) {
      await loadLibrary();
      say(answer.error.message, 'library');
      return false;
    }
    deleted.push(entry);
    onDeleted(entry.id);
    if (!answer.value.isWhole) left += 1;
  }
  await loadLibrary();
  const [first] = deleted;
  if (!first) return true;
  const what = deleted.length === 1 ? `“${first.title}” was` : `${counted(deleted.length, 'article')} were`;
  const others = deleted.length < entries.length ? ' The others are still in the bin.' : '';
  if (left === 0) mention(`${what} deleted.${others}`);
  else
    say(
      `${what} deleted. Some of their files are in use; they are removed when Stet starts the next time.${others}`,
      'library',
    );
  return true;
}

/** Renaming is an ordinary change of the article, so it stands in its history and can be undone there. */
export async function renameArticle({ id, title }: LibraryEntry, name: string): Promise<boolean> {
  const step = editArticle({ id, title }, { title: name });
  if (!step) return true;
  const answer = await client.call('review.apply', { articleId: id, change: { id: nanoid(), ...step } });
  if (!answer.ok) {
    say(answer.error.message, 'library');
    return false;
  }
  await loadLibrary();
  return true;
}
