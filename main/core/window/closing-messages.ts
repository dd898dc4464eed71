import type { z } from 'zod';
import type { unsavedWorkSchema } from '../../../shared/contract/unsaved-work';
import { formatCount } from '../../../shared/text/format/format-count';

/** The work that would be lost when the window closes. */
export type UnsavedWork = z.infer<typeof unsavedWorkSchema>;

export function hasNoUnsavedWork({ unsaved, tasks, waiting }: UnsavedWork): boolean {
  return unsaved === 0 && tasks.length === 0 && waiting === 0;
}

/** The question before the window closes. `work` is null when the page does not answer. */
export function closingMessage(work: UnsavedWork | null): { message: string; detail: string } {
  const unsavedDetail =
    'What could not be saved is kept only while the window is open. Everything saved before is safe.';
  if (work === null) return { message: 'The window does not answer.', detail: unsavedDetail };
  const { unsaved, tasks, waiting } = work;
  const sentences = [
    unsaved > 0 && `${formatCount(unsaved, 'edit is', 'edits are')} not saved yet.`,
    ...tasks.map((label) => `“${label}” is not done yet.`),
    waiting > 0 &&
      `${formatCount(waiting, 'file or text was', 'files or texts were')} read, but not opened yet.`,
  ];
  return {
    message: sentences.filter(Boolean).join(' '),
    detail:
      unsaved > 0
        ? unsavedDetail
        : 'What is not done yet is cancelled when the window closes. Everything saved before is safe.',
  };
}
