import { maxAttachmentBytes, type StoredFile } from '../../../shared/domain/attachment';
import { client } from '../client';
import { clearErrors, showError, showNotice } from '../notices';
import { isCancelled, reportProgress, runTask } from '../tasks';
import { markFileLost } from './file-states';
import { sendInChunks } from './send-in-chunks';

/**
 * The vault: copies of files that main stores with an article. This file adds copies and opens them; `file-states.ts` verifies
 * that they are unchanged; `send-in-chunks.ts` transfers a file of the page to main.
 */

/** Lets the person pick files in the system's dialog and stores copies. Returns those that were stored. */
export async function attachPickedFiles(articleId: string): Promise<StoredFile[]> {
  clearErrors('attaching');
  const answer = await runTask('Attaching', (taskId) => client.call('vault.pick', { taskId, articleId }));
  if (!answer.ok) {
    showError(answer.error.message, 'attaching');
    return [];
  }
  for (const problem of answer.value?.problems ?? []) showError(problem, 'attaching');
  return answer.value?.files ?? [];
}

/** Stores copies of files that were dropped or pasted. Returns those that were stored. */
export async function storeFiles(articleId: string, files: readonly File[]): Promise<StoredFile[]> {
  clearErrors('attaching');
  return runTask('Attaching', async (taskId) => {
    const stored: StoredFile[] = [];
    for (const file of files) {
      if (isCancelled(taskId)) break;
      const copy = await storeFile(articleId, taskId, file);
      if (copy) stored.push(copy);
    }
    return stored;
  });
}

/** Opens a copy of a stored file, or shows it in its folder. */
export async function openStoredFile(
  articleId: string,
  { id, name }: { id: string; name: string },
): Promise<void> {
  clearErrors('opening');
  const answer = await client.call('vault.open', { articleId, keptId: id });
  if (!answer.ok) {
    const { code, message } = answer.error;
    const isLost = code === 'damaged' || code === 'missing';
    if (isLost) markFileLost(articleId, id, code === 'missing' ? 'missing' : 'altered');
    showError(message, isLost ? 'files' : 'opening');
  } else if (answer.value.shown === 'folder')
    showNotice(
      answer.value.why === 'noProgram'
        ? `No program opened “${name}”. A copy is shown in its folder.`
        : `A copy of “${name}” is shown in its folder: files of its kind could act by themselves.`,
    );
}

async function storeFile(articleId: string, taskId: string, file: File): Promise<StoredFile | null> {
  const { name, size: bytes } = file;
  if (bytes > maxAttachmentBytes)
    return refuse(`“${name}” was not attached: it is larger than 2 GB. Note where it is kept instead.`);
  const begun = await client.call('vault.begin', { taskId, articleId, name, bytes });
  if (!begun.ok) return refuse(begun.error.message);
  const sent = await sendInChunks(file, (chunk) => client.call('vault.append', { taskId, chunk }), {
    isCancelled: () => isCancelled(taskId),
    reportProgress: (done) => reportProgress(taskId, name, done, bytes),
  });
  if (sent === 'cancelled') return null;
  if (sent === 'unreadable') {
    void client.call('task.cancel', { taskId });
    return refuse(`“${name}” could not be read, so it was not attached. If it is a folder, drop its files.`);
  }
  if (!sent.ok) return refuse(sent.error.message);
  const stored = await client.call('vault.commit', { taskId });
  if (isCancelled(taskId)) return null;
  return stored.ok ? stored.value : refuse(stored.error.message);
}

function refuse(message: string): null {
  showError(message, 'attaching');
  return null;
}
