import { create } from 'zustand';
import type { ShownLocation } from '#shared/contract/commands/shown-location.ts';
import { callMain, client } from '../base/client.ts';
import { runTask } from '../base/tasks.ts';

/** Where the library lies. Null until it was loaded. */
export const useLibraryLocation = create<{ location: ShownLocation | null }>()(() => ({ location: null }));

/** Loads the location of the library. Resolves to whether the library is there. */
export async function loadLocation(): Promise<boolean> {
  await findLocation('location.get');
  return isLibraryOpen();
}

/** Resolves once it is known whether the library is there. */
export function waitForLocation(): Promise<void> {
  if (useLibraryLocation.getState().location !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = useLibraryLocation.subscribe(({ location }) => {
      if (location === null) return;
      stop();
      resolve();
    });
  });
}

export function isLibraryOpen(): boolean {
  return useLibraryLocation.getState().location?.state === 'open';
}

/** Looks for the library again. If it is there, main loads the page again. */
export async function reopenLibrary(): Promise<void> {
  await findLocation('location.reopen');
}

/** Asks for another library and opens it: main loads the page again. */
export async function openOtherLibrary(): Promise<void> {
  await callMain('library', 'location.openOther', null);
}

/** Starts a new library: main loads the page again. False when no folder was chosen. */
export async function startNewLibrary(where: 'usual' | 'chosen'): Promise<boolean> {
  return (await callMain('library', 'location.startNew', { where })) === true;
}

/** Asks for a folder to move the library to: main loads the page again, which shows the progress. */
export async function moveLibraryElsewhere(): Promise<void> {
  await callMain('library', 'location.chooseTarget', null);
}

export async function showLibraryInFolder(): Promise<void> {
  await callMain('library', 'location.showInFolder', null);
}

/** The page that is shown stays until main has loaded it again. */
async function findLocation(command: 'location.get' | 'location.reopen'): Promise<void> {
  const location = await callMain('library', command, null);
  if (location && (useLibraryLocation.getState().location === null || location.state === 'missing'))
    useLibraryLocation.setState({ location });
}

export const moveTaskLabel = 'Moving the library';

/** How the move ended. Null while it is under way. */
export const useMove = create<{ end: { isMoved: boolean; message: string } | null }>()(() => ({ end: null }));

/** Moves the library to the folder that main asked for. When it is cancelled, the page is loaded again where it was. */
export async function moveLibrary(): Promise<void> {
  const answer = await runTask(moveTaskLabel, (taskId) => client.call('location.move', { taskId }));
  if (!answer.ok) useMove.setState({ end: { isMoved: false, message: answer.error.message } });
  else if (answer.value) useMove.setState({ end: { isMoved: true, message: '' } });
  else await reopenLibrary();
}
