import type { Failure } from '#shared/contract/result.ts';
import { maxAttachmentBytes, type StoredFile } from '#shared/domain/base/attachment.ts';
import { client } from '../base/client.ts';
import { clearErrors, showError, showNotice } from '../base/notices.ts';
import { isCancelled, reportProgress, runMainTask, runTask } from '../base/tasks.ts';
import { markFileLost } from './file-states.ts';
import { sendInChunks } from './send-in-chunks.ts';

/** Lets the person pick files in the system's dialog and stores copies. Returns those that were stored. */
export async function attachPickedFiles(articleId: string): Promise<StoredFile[]> {
  const picked = await runMainTask('attaching', 'Attaching', (taskId) =>
    client.call('vault.pick', { taskId, articleId }),
  );
  for (const problem of picked?.problems ?? []) showError(problem, 'attaching');
  return picked?.files ?? [];
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

/** A stored file: its id is that of an attachment, or of the draft that was read from it. */
interface KeptFileName {
  id: string;
  name: string;
}

/** Opens a copy of a stored file, shows it in its folder, or says that neither is possible and what is. */
export async function openStoredFile(articleId: string, file: KeptFileName): Promise<void> {
  const { id, name } = file;
  clearErrors('opening');
  const answer = await client.call('vault.open', { articleId, keptId: id });
  if (!answer.ok) return showFileError(articleId, id, answer.error);
  const save = { label: 'Save a copy…', run: () => void saveStoredFile(articleId, file) };
  if (answer.value.why === 'type')
    showNotice(
      `A copy of “${name}” is shown in its folder: a file of this type could run code if it were opened.`,
      save,
    );
  if (answer.value.why === 'noProgram')
    showNotice(
      `No program opened “${name}”.`,
      { label: 'Show in folder', run: () => void showStoredFileInFolder(articleId, file) },
      save,
    );
}

/** Shows a copy of a stored file in its folder. */
export async function showStoredFileInFolder(articleId: string, { id }: KeptFileName): Promise<void> {
  clearErrors('opening');
  const answer = await client.call('vault.showInFolder', { articleId, keptId: id });
  if (!answer.ok) showFileError(articleId, id, answer.error);
}

/** Saves a copy of a stored file where the reviewer chooses. */
export async function saveStoredFile(articleId: string, { id }: KeptFileName): Promise<void> {
  clearErrors('opening');
  const answer = await client.call('vault.saveCopy', { articleId, keptId: id });
  if (!answer.ok) showFileError(articleId, id, answer.error);
  else if (answer.value !== null) showNotice(`Saved as ${answer.value}.`);
}

function showFileError(articleId: string, id: string, { code, message }: Failure): void {
  const isLost = code === 'damaged' || code === 'missing';
  if (isLost) markFileLost(articleId, id, code === 'missing' ? 'missing' : 'altered');
  showError(message, isLost ? 'files' : 'opening');
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
