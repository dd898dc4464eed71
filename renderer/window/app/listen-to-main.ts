import type { MenuCommand } from '#shared/contract/menu-commands.ts';
import { countUnsavedDetails } from '../features/article/unsaved-details.ts';
import { openSystemFile } from '../features/import/read-import.ts';
import { countUnsavedForms } from '../features/sources/base/unsaved-forms.ts';
import { reloadArticle } from '../state/article/show-article.ts';
import { backUpDue } from '../state/backups.ts';
import { client } from '../state/base/client.ts';
import { useDialogs } from '../state/base/dialogs.ts';
import { showError } from '../state/base/notices.ts';
import { usePreferences } from '../state/base/preferences.ts';
import { getTasksBlockingClose, reportProgress } from '../state/base/tasks.ts';
import { usePendingImports } from '../state/drafts/pending-imports.ts';
import { refreshArticles } from '../state/library/library.ts';
import { runIfWritable, useLibraryAccess } from '../state/library/library-access.ts';
import { isLibraryOpen, useLibraryLocation, waitForLocation } from '../state/library/location.ts';
import { countWaitingEdits, currentSession } from '../state/review/open-review.ts';
import { saveEdits } from '../state/review/typing.ts';
import { textFieldSelector } from '../ui/selectors.ts';
import { commands } from './commands/commands.ts';
import { pressEscape, undoOrRedoInField } from './keyboard/handle-key.ts';

/** Runs a command inside the text field with the focus, if the field handles it. False otherwise. */
function runInField(command: MenuCommand): boolean {
  if (!document.activeElement?.matches(textFieldSelector)) return false;
  if (command === 'undo' || command === 'redo') undoOrRedoInField(command);
  else if (command === 'selectAll') document.execCommand(command);
  else return false;
  return true;
}

const commandsWithoutLibrary: readonly MenuCommand[] = ['settings', 'keys', 'about'];

function runMenuCommand(command: MenuCommand): void {
  // A command that comes while the page starts waits until it is known whether there is a library.
  if (useLibraryLocation.getState().location === null) {
    void waitForLocation().then(() => runMenuCommand(command));
    return;
  }
  if (runInField(command)) return;
  if (!isLibraryOpen() && !commandsWithoutLibrary.includes(command)) return;
  if (useDialogs.getState().open === null) commands[command]();
}

/** Saves what can be saved, and reports to main what would be lost if the window closed. */
async function reportUnfinishedWork(): Promise<void> {
  await saveEdits(currentSession());
  const session = currentSession();
  await client.call('app.close', {
    unsavedEdits:
      (session?.unsavedCount() ?? 0) +
      countWaitingEdits() +
      countUnsavedForms(session) +
      countUnsavedDetails(),
    tasks: getTasksBlockingClose().map(({ label }) => label),
    pendingImports: usePendingImports.getState().pending.length,
  });
}

/** Keys pressed in a frame, such as the report preview, do not reach its dialog, so main sends Escape. */
function escapeFromFrame(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLIFrameElement) pressEscape(activeElement);
}

/** Loads the review again if it is on the screen, then says why, if the message does. */
async function showChangesMadeElsewhere(changed: {
  articleId: string;
  message: string | null;
}): Promise<void> {
  await reloadArticle(changed.articleId);
  if (changed.message !== null) showError(changed.message);
}

/** Handles the events that main sends to the window. */
export function listenToMain(): void {
  client.listen((event) => {
    switch (event.type) {
      case 'menu':
        return runMenuCommand(event.command);
      case 'fileOpened':
        return runIfWritable(() => openSystemFile(event.file));
      case 'problem':
        return showError(event.message);
      case 'escape':
        return escapeFromFrame();
      case 'themeChosen':
        return usePreferences.setState({ theme: event.theme });
      case 'accessChanged':
        return useLibraryAccess.setState({ access: event.access });
      case 'libraryChanged':
        return void refreshArticles();
      case 'reviewChanged':
        return void showChangesMadeElsewhere(event);
      case 'progress':
        return reportProgress(event.taskId, event.name, event.done, event.total);
      case 'backupDue':
        return void backUpDue();
      case 'closing':
        return void reportUnfinishedWork();
    }
  });
}
