import type { Input } from '../../../shared/contract/commands/commands';
import { maxPastedLength } from '../../../shared/contract/commands/import-commands';
import { refuseTooLarge } from '../../../shared/import/problems';
import { client } from '../../state/client';
import { showError } from '../../state/notices';
import { runTask } from '../../state/tasks';
import { addReadResult, clearImportErrors, type ImportTarget } from './read-import';

/** Pasted HTML or plain text. */
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
