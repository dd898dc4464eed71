import { client } from '#renderer/window/state/base/client.ts';
import { clearErrors, showError, showNotice } from '#renderer/window/state/base/notices.ts';
import { isCancelled, reportProgress, runTask } from '#renderer/window/state/base/tasks.ts';
import {
  addPendingImport,
  type PendingImport,
  replacePendingImport,
} from '#renderer/window/state/drafts/pending-imports.ts';
import { sendInChunks } from '#renderer/window/state/files/send-in-chunks.ts';
import type { Input } from '#shared/contract/commands/commands.ts';
import {
  type Imported,
  maxPastedLength,
  type WaitingFile,
} from '#shared/contract/commands/import-commands.ts';
import type { Result } from '#shared/contract/result.ts';
import { maxFileBytes } from '#shared/import/base/file-size-limit.ts';
import { refuseTooLarge } from '#shared/import/base/problems.ts';

/** The id of the article whose next draft the import becomes; null for an article of its own. */
export type ImportTarget = string | null;

/** Clears what went wrong with earlier imports, because another one begins. */
export function clearImportErrors(): void {
  clearErrors('import');
  clearErrors('refusedFiles');
}

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
function addReadResult(
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

export type PastedContent = Pick<Input<'import.paste'>, 'type' | 'content'>;

/** Reads a paste: HTML, which has structure, or else plain text. Null when there is no text. */
export function readClipboard(clipboard: DataTransfer | null): PastedContent | null {
  const html = clipboard?.getData('text/html') ?? '';
  const text = clipboard?.getData('text/plain') ?? '';
  if (html.trim() !== '') return { type: 'text/html', content: html };
  return text.trim() === '' ? null : { type: 'text/plain', content: text };
}

/** Imports pasted content. False when it could not be read, which is shown, or when the signal cancelled it. */
export async function openPaste(
  pasted: PastedContent,
  target: ImportTarget,
  signal?: AbortSignal,
): Promise<boolean> {
  clearImportErrors();
  if (pasted.content.length > maxPastedLength) {
    showError(refuseTooLarge(null).problem.message, 'import');
    return false;
  }
  const read = async (taskId: string) =>
    addReadResult(null, await client.call('import.paste', { taskId, ...pasted }), taskId, target);
  const keepsArticleOpen = target !== null;
  return runTask('Reading the pasted text', read, { keepsArticleOpen, ...(signal && { signal }) });
}
