import { showArticle } from '#renderer/window/state/article/show-article.ts';
import { client } from '#renderer/window/state/base/client.ts';
import { expireErrors, showError } from '#renderer/window/state/base/notices.ts';
import { isCancelled, reportProgress, runTask } from '#renderer/window/state/base/tasks.ts';
import type { PendingImport } from '#renderer/window/state/drafts/pending-imports.ts';
import type { Output } from '#shared/contract/commands/commands.ts';
import type { Result } from '#shared/contract/result.ts';
import type { ProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { sampleTitle } from '#shared/sample/sample-text.ts';

/** Creates an article from an import and shows it. True when it is in the library, even if it could not be shown. */
async function openProposal(
  { proposalId, proposal }: Pick<PendingImport, 'proposalId' | 'proposal'>,
  edits: ProposalEdits,
): Promise<boolean> {
  const answer = await client.call('article.create', { proposalId, edits });
  return showCreated(answer, edits.fields?.title ?? proposal.title);
}

export async function openSample(): Promise<void> {
  await showCreated(await client.call('article.createSample', null), sampleTitle);
}

async function showCreated(answer: Result<Output<'article.create'>>, title: string): Promise<boolean> {
  if (!answer.ok) {
    showError(answer.error.message, 'import');
    return false;
  }
  expireErrors('import');
  if (!(await showArticle(answer.value.articleId)))
    showError(`“${title}” is in the library now. It can be opened there.`, 'import');
  return true;
}

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
