import type { DraftProposal } from '../../../shared/import/proposal';
import { createSampleArticle } from '../../../shared/sample/sample-article';
import { showArticle } from '../../state/article/show-article';
import { client } from '../../state/client';
import { expireErrors, showError } from '../../state/notices';

/** Creates an article from a proposal and shows it. True when it is in the library, even if it could not be shown. */
export async function openProposal(proposal: DraftProposal): Promise<boolean> {
  const answer = await client.call('article.create', proposal);
  if (!answer.ok) {
    showError(answer.error.message, 'import');
    return false;
  }
  expireErrors('import');
  if (!(await showArticle(answer.value.articleId)))
    showError(`“${proposal.title}” is in the library now. It can be opened there.`, 'import');
  return true;
}

export async function openSample(): Promise<void> {
  await openProposal(createSampleArticle());
}
