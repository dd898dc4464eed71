import type { ShownCheckReport } from '../../shared/contract/commands/check-commands';
import { formatCount } from '../../shared/text/format/numbers';
import { client } from './client';
import { clearErrors, showError, showNotice } from './notices';
import { runTask } from './tasks';

/** Checks the library and its backups. Null when it was cancelled or failed, with a message. */
export async function checkLibrary(signal: AbortSignal): Promise<ShownCheckReport | null> {
  clearErrors('check');
  const options = { keepsArticleOpen: false, blocksClosing: false, signal };
  const answer = await runTask(
    'Checking the library',
    (taskId) => client.call('check.run', { taskId }),
    options,
  );
  if (answer.ok) return answer.value;
  showError(answer.error.message, 'check');
  return null;
}

/** Makes repairs that the last check offered. */
export async function repairLibrary(repairIds: readonly string[]): Promise<void> {
  clearErrors('check');
  const answer = await runTask('Repairing', (taskId) =>
    client.call('check.repair', { taskId, repairIds: [...repairIds] }),
  );
  if (!answer.ok) return showError(answer.error.message, 'check');
  if (answer.value === null) return showNotice('Repairing was cancelled. Repairs that were made stay.');
  const { repaired, problems } = answer.value;
  if (repaired > 0) showNotice(`${formatCount(repaired, 'repair')} made.`);
  for (const problem of problems) showError(problem, 'check');
}
