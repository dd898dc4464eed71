import type { ProposedChange } from '../../../shared/domain/history/change';
import { keepArticleOpen } from './kept-open-articles';

/** Names these edits among what keeps an article open: the files that they attach are in no change yet. */
const waitingEdits = 'waiting edits';

/** The edits that wait until their article can be edited again, for example after a repair, by article and in order. */
const editsByArticle = new Map<string, readonly ProposedChange[]>();

/** Keeps edits until a session of the article can be edited. */
export function keepWaitingEdits(articleId: string, edits: readonly ProposedChange[]): void {
  if (edits.length === 0) return;
  editsByArticle.set(articleId, [...(editsByArticle.get(articleId) ?? []), ...edits]);
  keepArticleOpen(articleId, waitingEdits, true);
}

/** Takes the edits that wait for the article, so that a session applies them before all others. */
export function takeWaitingEdits(articleId: string): readonly ProposedChange[] {
  const edits = editsByArticle.get(articleId) ?? [];
  if (editsByArticle.delete(articleId)) keepArticleOpen(articleId, waitingEdits, false);
  return edits;
}

/** How many edits of all articles wait. */
export function countWaitingEdits(): number {
  return [...editsByArticle.values()].reduce((count, edits) => count + edits.length, 0);
}
