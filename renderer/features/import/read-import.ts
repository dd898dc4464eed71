import type { Imported, WaitingFile } from '../../../shared/contract/commands/import-commands';
import type { Result } from '../../../shared/contract/result';
import { client } from '../../state/client';
import {
  addPendingImport,
  type PendingImport,
  replacePendingImport,
} from '../../state/drafts/pending-imports';
import { clearErrors, showError } from '../../state/notices';
import { isCancelled, runTask } from '../../state/tasks';

/** The id of the article whose next draft the import becomes; null for an article of its own. */
export type ImportTarget = string | null;

/** Clears what went wrong with earlier imports, because another one begins. */
export function clearImportErrors(): void {
  clearErrors('import');
  clearErrors('refusedFiles');
}

/** Reads files that wait in main, one after another. */
export async function readWaitingFiles(
  files: readonly WaitingFile[],
  target: ImportTarget = null,
): Promise<void> {
  for (const file of files) {
    const { fileId, name } = file;
    const read = async (taskId: string) =>
      addReadResult(
        file,
        await client.call('import.read', { taskId, fileId, ...(target !== null && { draftOf: target }) }),
        taskId,
        target,
      );
    await runTask('Reading', read, { keepsArticleOpen: target !== null, name });
  }
}

/**
 * Has the file of a pending import read in another encoding, and replaces the import by the result. The fields that the reviewer
 * edited stay.
 */
export async function readInEncoding(
  pendingImport: PendingImport,
  encoding: string,
  fields: PendingImport['fields'],
): Promise<void> {
  const { proposalId, name } = pendingImport;
  clearErrors('import');
  const read = async (taskId: string) => {
    const answer = await client.call('import.readAgain', { taskId, proposalId, encoding });
    if (!answer.ok) showError(answer.error.message, 'import');
    else if (answer.value?.ok === false) showError(answer.value.problem.message, 'import');
    else if (answer.value) replacePendingImport(pendingImport, answer.value, fields);
  };
  await runTask('Reading', read, { keepsArticleOpen: true, ...(name !== null && { name }) });
}

/**
 * Adds what was read to the pending imports, for the preview. False when it could not be read, which is shown, or when the task
 * was cancelled.
 */
export function addReadResult(
  file: WaitingFile | null,
  answer: Result<Imported | null>,
  taskId: string,
  target: ImportTarget,
): boolean {
  const topic = file ? 'refusedFiles' : 'import';
  if (!answer.ok) showError(answer.error.message, topic);
  else if (answer.value?.ok === false) showError(answer.value.problem.message, topic);
  else if (answer.value) {
    const { proposalId, proposal, notices, words } = answer.value;
    if (isCancelled(taskId)) {
      void client.call('import.discard', { proposalId });
      return false;
    }
    const name = file?.name ?? null;
    addPendingImport({
      proposalId,
      name,
      proposal,
      notices,
      words,
      blocks: null,
      fields: {},
      draftOf: target,
    });
    return true;
  }
  if (file) void client.call('import.discard', { fileId: file.fileId });
  return false;
}
