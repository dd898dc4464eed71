import { nanoid } from 'nanoid';
import { editArticle } from '../../../shared/domain/article-edits';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { client } from '../client';
import { showError } from '../notices';
import { loadLibrary } from './library';

/** Renames an article. That is an ordinary change, so it is in the article's history and can be undone there. */
export async function renameArticle({ id, title, copyOf }: LibraryEntry, name: string): Promise<boolean> {
  const step = editArticle({ id: copyOf ?? id, title }, { title: name });
  if (!step) return true;
  const answer = await client.call('review.apply', { articleId: id, change: { id: nanoid(), ...step } });
  if (!answer.ok) {
    showError(answer.error.message, 'library');
    return false;
  }
  await loadLibrary();
  return true;
}
