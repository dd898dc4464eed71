import { client } from '../../state/client';
import { showError } from '../../state/notices';
import { runTask } from '../../state/tasks';
import { clearImportErrors, readWaitingFiles } from './read-import';

/** Fetches and opens a page, after the person agreed in the system's dialog. False when it was not fetched. */
export async function openWebPage(address: string): Promise<boolean> {
  clearImportErrors();
  const fetch = (taskId: string) => client.call('import.fetch', { taskId, address });
  const answer = await runTask('Fetching', fetch, { keepsArticleOpen: false, name: address });
  if (!answer.ok) showError(answer.error.message, 'import');
  else if (answer.value) {
    await readWaitingFiles([answer.value]);
    return true;
  }
  return false;
}
