import { create } from 'zustand';
import type { ShownPlace } from '../../../shared/contract/commands/place-commands';
import type { Result } from '../../../shared/contract/result';
import { client } from '../client';
import { clearErrors, showError } from '../notices';

/** Where the library lies. Null until it was loaded. */
export const usePlace = create<{ place: ShownPlace | null }>()(() => ({ place: null }));

/** Loads the place of the library. Resolves to whether the library is there. */
export async function loadPlace(): Promise<boolean> {
  setPlace(await client.call('place.get', null));
  return isLibraryOpen();
}

/** Resolves once it is known whether the library is there. */
export function waitForPlace(): Promise<void> {
  if (usePlace.getState().place !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = usePlace.subscribe(({ place }) => {
      if (place === null) return;
      stop();
      resolve();
    });
  });
}

export function isLibraryOpen(): boolean {
  return usePlace.getState().place?.state === 'open';
}

/** Looks for the library again. If it is there, main loads the page again. */
export async function reopenLibrary(): Promise<void> {
  setPlace(await client.call('place.reopen', null));
}

/** Asks for another library and opens it: main loads the page again. */
export async function openOtherLibrary(): Promise<void> {
  await choose(() => client.call('place.openOther', null));
}

/** Starts a new library: main loads the page again. False when no folder was chosen. */
export function startNewLibrary(where: 'usual' | 'chosen'): Promise<boolean> {
  return choose(() => client.call('place.startNew', { where }));
}

/** Asks for a folder to move the library to: main loads the page again, which shows the progress. */
export async function moveLibraryElsewhere(): Promise<void> {
  await choose(() => client.call('place.chooseTarget', null));
}

export async function showLibraryInFolder(): Promise<void> {
  await choose(() => client.call('place.showInFolder', null));
}

function setPlace(answer: Result<ShownPlace>): void {
  clearErrors('library');
  if (answer.ok) {
    // The page that is shown stays until main has loaded it again.
    if (usePlace.getState().place === null || answer.value.state === 'missing')
      usePlace.setState({ place: answer.value });
  } else showError(answer.error.message, 'library');
}

async function choose(call: () => Promise<Result<boolean | null>>): Promise<boolean> {
  clearErrors('library');
  const answer = await call();
  if (!answer.ok) showError(answer.error.message, 'library');
  return answer.ok && answer.value === true;
}
