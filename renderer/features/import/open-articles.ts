import type { ProposalEdits } from '../../../shared/import/proposal-edits';
import type { PendingImport } from '../../state/drafts/pending-imports';
import { isCancelled, reportProgress, runTask } from '../../state/tasks';
import { openProposal } from './open-article';

export interface ArticleToOpen {
  pendingImport: PendingImport;
  edits: ProposalEdits;
}

/**
 * Opens several proposals as articles, one after another, until the signal aborts. Returns the imports that are in the library
 * then. If the first one cannot be opened, the others are not tried.
 */
export async function openArticles(
  articles: readonly ArticleToOpen[],
  signal: AbortSignal,
): Promise<PendingImport[]> {
  const openEach = async (taskId: string) => {
    const opened: PendingImport[] = [];
    for (const [index, { pendingImport, edits }] of articles.entries()) {
      if (isCancelled(taskId) || (index > 0 && opened.length === 0)) break;
      reportProgress(taskId, edits.fields?.title ?? pendingImport.proposal.title, index, articles.length);
      if (await openProposal(pendingImport, edits)) opened.push(pendingImport);
    }
    return opened;
  };
  const [only, ...others] = articles;
  if (only && others.length === 0)
    return (await openProposal(only.pendingImport, only.edits)) ? [only.pendingImport] : [];
  return runTask('Opening', openEach, { keepsArticleOpen: false, signal });
}
