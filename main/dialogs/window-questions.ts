import { type ClosingPurpose, closingMessage, type UnfinishedWork } from '../core/window/closing-messages';
import { type GetWindow, showQuestion } from './show-question';

/** Asks before unfinished work is lost, which is null when the page does not answer. Resolves to whether to go on anyway. */
export async function confirmLeaving(
  current: GetWindow,
  unfinished: UnfinishedWork | null,
  purpose: ClosingPurpose,
): Promise<boolean> {
  const response = await showQuestion(current, {
    type: 'warning',
    ...closingMessage(unfinished, purpose),
    buttons: purpose === 'close' ? ['Keep open', 'Close anyway'] : ['Stay here', 'Go on anyway'],
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
