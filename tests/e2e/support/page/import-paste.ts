import type { Page } from '@playwright/test';
import { noProposalEdits } from '../../../../shared/import/apply-proposal-edits';
import { callMain } from './call-main';

/** Creates an article from pasted plain text, by the commands that the window sends. Resolves to its id. */
export async function importPaste(page: Page, content: string): Promise<string> {
  const read = await callMain(page, 'import.paste', { taskId: 'paste', type: 'text/plain', content });
  if (!read?.ok) throw new Error('the text was not read');
  const input = { proposalId: read.proposalId, edits: noProposalEdits };
  return (await callMain(page, 'article.create', input)).articleId;
}
