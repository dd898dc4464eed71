import type { AppEvent, MenuCommand } from '../../shared/contract/events';
import { openHandedOver } from '../features/import/import-steps';
import { countKeptForms } from '../features/sources/form/kept-forms';
import { client } from '../state/client';
import { useDialogs } from '../state/dialogs';
import { useProposals } from '../state/drafts/proposals';
import { say } from '../state/notices';
import { usePreferences } from '../state/preferences';
import { currentSession } from '../state/review/open-review';
import { finishTyping } from '../state/review/typing';
import { progressed, tasksToFinish } from '../state/tasks';
import { textField } from '../ui/fields/text-field';
import { commands } from './commands';
import { pressEscape } from './keyboard/escape';
import { stepInField } from './keyboard/field-undo';

/** Does a command that is the field's own while the keyboard is in one; says whether it was. */
function doneInField(command: MenuCommand): boolean {
  if (!document.activeElement?.matches(textField)) return false;
  if (command === 'undo' || command === 'redo') stepInField(command);
  else if (command === 'selectAll') document.execCommand(command);
  else return false;
  return true;
}

function fromMenu(command: MenuCommand): void {
  if (doneInField(command)) return;
  if (useDialogs.getState().open === null) commands[command]();
}

/** Saves what can be saved, and tells main what closing would cost. */
async function closing(): Promise<void> {
  finishTyping();
  const session = currentSession();
  await session?.settled();
  await client.call('app.close', {
    unsaved: (session?.unsaved() ?? 0) + countKeptForms(session),
    tasks: tasksToFinish().map(({ label }) => label),
    waiting: useProposals.getState().waiting.length,
  });
}

/** Keys that are pressed in a frame stay there: a dialog that holds one would not close. */
function escapeFromFrame(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLIFrameElement) pressEscape(activeElement);
}

function follow(event: AppEvent): void {
  switch (event.type) {
    case 'menu':
      fromMenu(event.command);
      return;
    case 'fileOpened':
      openHandedOver(event.file);
      return;
    case 'problem':
      say(event.message);
      return;
    case 'escape':
      escapeFromFrame();
      return;
    case 'themeChosen':
      usePreferences.setState({ theme: event.theme });
      return;
    case 'progress':
      progressed(event);
      return;
    case 'closing':
      void closing();
  }
}

/** Does what main tells the window to do. */
export function followMain(): void {
  client.listen(follow);
}
