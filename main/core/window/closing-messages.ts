import type { z } from 'zod';
import type { unfinishedWorkSchema } from '../../../shared/contract/commands/app-commands';
import { formatCount } from '../../../shared/text/format/numbers';

/** The work that would be lost by closing the window. */
export type UnfinishedWork = z.infer<typeof unfinishedWorkSchema>;

/** Whether closing the window would lose anything. */
export function hasUnfinishedWork({ unsavedEdits, tasks, pendingImports }: UnfinishedWork): boolean {
  return unsavedEdits > 0 || tasks.length > 0 || pendingImports > 0;
}

/** Why the page has to go: the window closes, or it goes on with another library, or the same one again. */
export type ClosingPurpose = 'close' | 'reopen';

/** The question before the window closes, or leaves its library. `work` is null when the page does not answer. */
export function closingMessage(
  work: UnfinishedWork | null,
  purpose: ClosingPurpose,
): { message: string; detail: string } {
  const isClosing = purpose === 'close';
  const unsavedDetail = `What could not be saved is kept only while ${isClosing ? 'the window' : 'this library'} is open. ${isClosing ? 'Closing' : 'Leaving it'} loses nothing else.`;
  if (work === null) return { message: 'The window does not answer.', detail: unsavedDetail };
  const { unsavedEdits, tasks, pendingImports } = work;
  const sentences = [
    unsavedEdits > 0 && `${formatCount(unsavedEdits, 'edit is', 'edits are')} not saved yet.`,
    ...tasks.map((label) => `“${label}” is not done yet.`),
    pendingImports > 0 &&
      `${formatCount(pendingImports, 'file or text was', 'files or texts were')} read, but not opened yet.`,
  ];
  return {
    message: sentences.filter(Boolean).join(' '),
    detail:
      unsavedEdits > 0
        ? unsavedDetail
        : `What is not done yet is cancelled when ${isClosing ? 'the window closes' : 'this library is left'}. Nothing else is lost.`,
  };
}
