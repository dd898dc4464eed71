import type { Page } from '@playwright/test';
import { createClient } from '#shared/contract/client.ts';
import type { CommandName, Input, Output } from '#shared/contract/commands/commands.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';

/** Calls main as the page does, without using the interface. Throws on a failure. It can't send bytes. */
export async function callMain<N extends CommandName>(
  page: Page,
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const client = createClient({
    call: async (...command) =>
      JSON.parse(
        await page.evaluate(
          ([commandName, commandInput]) => window.stet.call(commandName, commandInput),
          command,
        ),
      ),
    listen: () => () => undefined,
  });
  const answer = await client.call(name, input);
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`);
  return answer.value;
}

/** Creates an article from pasted plain text, by the commands that the window sends. Resolves to its id. */
export async function importPaste(page: Page, content: string): Promise<string> {
  const read = await callMain(page, 'import.paste', { taskId: 'paste', type: 'text/plain', content });
  if (!read?.ok) throw new Error('the text was not read');
  const input = { proposalId: read.proposalId, edits: noProposalEdits };
  return (await callMain(page, 'article.create', input)).articleId;
}
