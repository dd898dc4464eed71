import { create } from 'zustand';
import type { LibraryAccess } from '#shared/contract/commands/library-commands.ts';
import { readOnlyActionLabels } from '#shared/contract/library-access.ts';
import { client } from '../base/client.ts';
import { showError, showNotice } from '../base/notices.ts';

/** Whether this window may change the library. Taken for granted until main has answered. */
export const useLibraryAccess = create<{ access: LibraryAccess }>()(() => ({ access: { kind: 'writable' } }));

/** Whether this window may change the library. */
export function useIsLibraryWritable(): boolean {
  return useLibraryAccess(({ access }) => access.kind === 'writable');
}

/** Why this window must not change the library; null if it may. `consequence` ends the sentence. */
export function explainReadOnlyLibrary(consequence = 'no article can be added'): string | null {
  if (useLibraryAccess.getState().access.kind === 'writable') return null;
  return `This library can only be read here, so ${consequence}.`;
}

/** Says that the open article can't be changed, and the way out in a stranger's library. `consequence` ends the sentence. */
export function explainReadOnlyArticle(consequence: string): string {
  const refusal = `This article is read-only, so ${consequence}.`;
  if (useLibraryAccess.getState().access.kind !== 'stranger') return refusal;
  return `${refusal} Choose “${readOnlyActionLabels.accept}” to change it.`;
}

/** Runs an action that changes the library, unless this window must not. `consequence` ends the sentence that says so. */
export function runIfWritable(run: () => void, consequence?: string): void {
  const reason = explainReadOnlyLibrary(consequence);
  if (reason === null) run();
  else showNotice(reason);
}

export async function loadLibraryAccess(): Promise<void> {
  const answer = await client.call('library.access', null);
  // A library that can't be opened at all is reported by whoever asks for its articles.
  if (answer.ok) useLibraryAccess.setState({ access: answer.value });
}

/** Works in a library that somebody else wrote to last. Main loads the page again. */
export async function acceptLibrary(): Promise<void> {
  const answer = await client.call('library.accept', null);
  if (!answer.ok) showError(answer.error.message, 'library');
}

/** Opens the library for editing here. Main asks first where that takes something away, and loads the page again. */
export async function takeOverLibrary(): Promise<void> {
  const answer = await client.call('library.takeOver', null);
  if (!answer.ok) return showError(answer.error.message, 'library');
  if (!answer.value.isTaken) showNotice('The library stays as it is: it is open elsewhere.');
}
