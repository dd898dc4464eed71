import { create } from 'zustand';
import type { LibraryAccess } from '../../../shared/contract/library-access';
import { client } from '../client';
import { showError, showNotice } from '../notices';

/** Whether this window may change the library. Taken for granted until main has answered. */
export const useLibraryAccess = create<{ access: LibraryAccess }>()(() => ({ access: { kind: 'writable' } }));

/** Whether this window may change the library. */
export function useIsLibraryWritable(): boolean {
  return useLibraryAccess(({ access }) => access.kind === 'writable');
}

/** Runs an action that changes the library, unless this window must not. `consequence` ends the sentence that says so. */
export function runIfWritable(run: () => void, consequence: string): void {
  if (useLibraryAccess.getState().access.kind === 'writable') run();
  else showNotice(`This library can only be read here, so ${consequence}.`);
}

export async function loadLibraryAccess(): Promise<void> {
  const answer = await client.call('library.access', null);
  // A library that can't be opened at all is reported by whoever asks for its articles.
  if (answer.ok) useLibraryAccess.setState({ access: answer.value });
}

/** Opens the library for editing here. Main asks first where that takes something away, and loads the page again. */
export async function takeOverLibrary(): Promise<void> {
  const answer = await client.call('library.takeOver', null);
  if (!answer.ok) return showError(answer.error.message, 'library');
  if (!answer.value.isTaken) showNotice('The library stays as it is: it is open elsewhere.');
}
