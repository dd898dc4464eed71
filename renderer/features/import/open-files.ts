import type { WaitingFile } from '../../../shared/contract/commands/import-commands';
import { maxFileBytes } from '../../../shared/import/file-size-limit';
import { client } from '../../state/client';
import { sendInChunks } from '../../state/files/send-in-chunks';
import { showError, showNotice } from '../../state/notices';
import { isCancelled, reportProgress, runTask } from '../../state/tasks';
import { clearImportErrors, type ImportTarget, readWaitingFiles } from './read-import';

/** Lets the person choose files in the system's dialog. Only one file can become a draft. */
export async function chooseFiles(target: ImportTarget = null): Promise<void> {
  clearImportErrors();
  const answer = await client.call('import.choose', null);
  if (!answer.ok) {
    showError(answer.error.message, 'import');
    return;
  }
  const files = answer.value ?? [];
  const [first, ...others] = files;
  if (target === null || !first) {
    await readWaitingFiles(files, target);
    return;
  }
  for (const { fileId } of others) void client.call('import.discard', { fileId });
  if (others.length > 0) showNotice(`Drafts are imported one at a time, so only ${first.name} was opened.`);
  await readWaitingFiles([first], target);
}

/** Opens files that were dropped on the window. */
export async function openDropped(files: readonly File[]): Promise<void> {
  clearImportErrors();
  for (const file of files) {
    const waiting = await runTask('Reading', (taskId) => sendToMain(taskId, file), {
      keepsArticleOpen: false,
      name: file.name,
    });
    if (waiting) await readWaitingFiles([waiting]);
  }
}

let systemFilesRead: Promise<void> = Promise.resolve();

/** Opens a file that the system passes to the app, after those passed before, so that previews come in the same order. */
export function openSystemFile(file: WaitingFile): void {
  const read = () => readWaitingFiles([file]);
  systemFilesRead = systemFilesRead.then(read, read);
}

/** Sends the content of a file to main. Null when that failed, which is shown, or was cancelled. */
async function sendToMain(taskId: string, file: File): Promise<WaitingFile | null> {
  const { name, size: bytes } = file;
  if (bytes > maxFileBytes) {
    showError(
      `${name} is larger than 100 MB. Nothing was changed; choose a file with only the text of the article.`,
      'import',
    );
    return null;
  }
  const waiting = await client.call('import.begin', { name, bytes });
  if (!waiting.ok) {
    showError(waiting.error.message, 'import');
    return null;
  }
  const { fileId } = waiting.value;
  const sent = await sendInChunks(file, (chunk) => client.call('import.append', { fileId, chunk }), {
    isCancelled: () => isCancelled(taskId),
    reportProgress: (done) => reportProgress(taskId, name, done, bytes),
  });
  if (sent !== 'cancelled' && sent !== 'unreadable' && sent.ok) return waiting.value;
  void client.call('import.discard', { fileId });
  if (sent === 'unreadable')
    showError(
      `${name} could not be read. Nothing was changed; if it is a folder, drop the files in it.`,
      'import',
    );
  else if (sent !== 'cancelled') showError(sent.error.message, 'import');
  return null;
}
