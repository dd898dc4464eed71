import { closingMessage, type UnfinishedWork } from '../core/window/closing-messages';
import { type GetWindow, showQuestion } from './show-question';

/** Asks before unfinished work is lost, which is null when the page does not answer. Resolves to whether to close anyway. */
export async function confirmClose(current: GetWindow, unfinished: UnfinishedWork | null): Promise<boolean> {
  const response = await showQuestion(current, {
    type: 'warning',
    ...closingMessage(unfinished),
    buttons: ['Keep open', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Reports that the page crashed; resolves to whether to reload it. */
export async function offerReload(current: GetWindow): Promise<boolean> {
  const response = await showQuestion(current, {
    type: 'error',
    message: 'The page stopped working.',
    detail: 'Every edit that was shown as saved is safe.',
    buttons: ['Reload', 'Close'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
