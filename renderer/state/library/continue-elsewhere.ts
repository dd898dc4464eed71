import { create } from 'zustand';
import type { Output } from '../../../shared/contract/commands/commands';
import { useKeptOpenArticles } from '../article/kept-open-articles';
import { currentSession } from '../article/open-review';
import { client } from '../client';
import { openDialog, runWhenNoDialog } from '../dialogs';
import { usePendingImports } from '../drafts/pending-imports';
import { showError, showNotice } from '../notices';
import { getTasksBlockingClose, runTask } from '../tasks';
import { loadLibrary } from './library';
import { loadLibraryAccess } from './library-access';
import { usePlace } from './place';

/** The copy of the library with which the window goes on, and what it lacks. */
export type CopiedLibrary = NonNullable<Output<'place.continueElsewhere'>>;

/** How far the question is whether to go on elsewhere, because edits can't be saved where the library is. */
type ElsewhereState =
  | { step: 'asking'; problem: string | null }
  | { step: 'copying' }
  | { step: 'copied'; copy: CopiedLibrary };

export const useElsewhere = create<ElsewhereState>()(
  (): ElsewhereState => ({ step: 'asking', problem: null }),
);

export const copyTaskLabel = 'Copying the library';

/** Asks whether to go on in another folder. Main keeps nothing of this page then but the article, so other work comes first. */
export function askToContinueElsewhere(): void {
  const [task] = getTasksBlockingClose();
  if (task) showNotice(`Wait until “${task.label}” is done, or cancel it below.`);
  else if (usePendingImports.getState().pending.length > 0)
    showNotice('Open or leave out first what was read and not opened yet.');
  else {
    useElsewhere.setState({ step: 'asking', problem: null }, true);
    openDialog('elsewhere');
  }
}

/**
 * Copies the library to a folder that main asks for, and goes on there. The edits that wait stay in this window, in their order,
 * and are saved there. When it fails or is cancelled, everything is as it was. The signal cancels it.
 */
export async function continueElsewhere(signal: AbortSignal): Promise<void> {
  useElsewhere.setState({ step: 'copying' }, true);
  const call = (taskId: string) => client.call('place.continueElsewhere', { taskId });
  const answer = await runTask(copyTaskLabel, call, { signal });
  if (!answer.ok || answer.value === null) {
    useElsewhere.setState({ step: 'asking', problem: answer.ok ? null : answer.error.message }, true);
    return;
  }
  usePlace.setState({ place: { state: 'open', folder: answer.value.folder } });
  useElsewhere.setState({ step: 'copied', copy: answer.value }, true);
  // It was cancelled too late.
  if (signal.aborted) runWhenNoDialog(() => openDialog('elsewhere'));
  await showInCopy();
}

/** Has the copy opened as the library before was. */
async function showInCopy(): Promise<void> {
  const session = currentSession();
  const keptOpen = Object.entries(useKeptOpenArticles.getState()).filter(([, forms]) => forms.length > 0);
  const articleIds = new Set([...(session ? [session.articleId] : []), ...keptOpen.map(([id]) => id)]);
  // Main closes an article that no page shows, and with it removes files that no change names yet.
  for (const articleId of articleIds) {
    const answer = await client.call('review.open', { articleId });
    if (!answer.ok) showError(answer.error.message, 'article');
    else for (const problem of answer.value.problems) showError(problem);
  }
  session?.retrySaving();
  void loadLibraryAccess();
  await loadLibrary();
}
