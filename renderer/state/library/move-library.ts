import { create } from 'zustand';
import { client } from '../client';
import { runTask } from '../tasks';
import { reopenLibrary } from './place';

export const moveTaskLabel = 'Moving the library';

/** How the move ended. Null while it is under way. */
export const useMove = create<{ end: { isMoved: boolean; message: string } | null }>()(() => ({ end: null }));

/** Moves the library to the folder that main asked for. When it is cancelled, the page is loaded again where it was. */
export async function moveLibrary(): Promise<void> {
  const answer = await runTask(moveTaskLabel, (taskId) => client.call('place.move', { taskId }));
  if (!answer.ok) useMove.setState({ end: { isMoved: false, message: answer.error.message } });
  else if (answer.value) useMove.setState({ end: { isMoved: true, message: '' } });
  else await reopenLibrary();
}
