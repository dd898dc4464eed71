import type { z } from 'zod';
import type { unfinishedSchema } from '../../../shared/contract/unfinished';
import { counted } from '../../../shared/text/format/count-of';

/** What closing the window would cost. */
export type Unfinished = z.infer<typeof unfinishedSchema>;

export function isNothing({ unsaved, tasks, waiting }: Unfinished): boolean {
  return unsaved === 0 && tasks.length === 0 && waiting === 0;
}

/** What the reviewer is asked before the window closes; `unfinished` is null when the page does not answer. */
export function closingWords(unfinished: Unfinished | null): { message: string; detail: string } {
  const unsavedDetail =
    'What could not be saved is kept only while the window is open. Everything saved before is safe.';
  if (unfinished === null) return { message: 'The window does not answer.', detail: unsavedDetail };
  const { unsaved, tasks, waiting } = unfinished;
  const sentences = [
    unsaved > 0 && `${counted(unsaved, 'edit is', 'edits are')} not saved yet.`,
    ...tasks.map((label) => `“${label}” is not done yet.`),
    waiting > 0 && `${counted(waiting, 'file or text was', 'files or texts were')} read, but not opened yet.`,
  ];
  return {
    message: sentences.filter(Boolean).join(' '),
    detail:
      unsaved > 0
        ? unsavedDetail
        : 'What is not done yet is cancelled when the window closes. Everything saved before is safe.',
  };
}
