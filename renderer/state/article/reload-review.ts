import type { Failure } from '../../../shared/contract/result';
import type { ProposedChange } from '../../../shared/domain/history/change';
import { formatCount } from '../../../shared/text/format/numbers';
import { clearErrors, showError } from '../notices';
import type { Session } from '../review/session';
import { commitTyping } from '../typing/commit-typing';
import { type LoadRequest, loadReview } from './load-review';
import { currentSession } from './open-review';
import { showLoss } from './show-loss';
import { keepWaitingEdits } from './waiting-edits';

export type LoadCallbacks = Pick<LoadRequest, 'onDraftsChanged' | 'onConflict'>;

/** Reviews are loaded again one after the other, so that what waits is handed over once. */
let lastReload: Promise<unknown> = Promise.resolve();

/**
 * Loads the review on the screen again, because main's copy has changes that the window's lacks. Edits that main has not
 * acknowledged go on in the loaded review, in order, or wait until it can be edited; a message names those that do not fit it.
 */
export function reloadReview(session: Session, callbacks: LoadCallbacks): Promise<void> {
  return inTurn(async () => {
    const shown = currentSession();
    // A review that was loaded meanwhile may lack the changes as well, so it is that one which is loaded again.
    if (shown?.articleId !== session.articleId) return;
    const { lost } = await loadAgain(shown, callbacks, []);
    showLoss(shown, lost, true);
  });
}

/** Main refused a change of the session, or with null an undo or redo did not fit: loads the review again. */
export function reloadAfterConflict(
  session: Session,
  callbacks: LoadCallbacks,
  { message }: Failure,
  dropped: ProposedChange | null,
): Promise<void> {
  return inTurn(async () => {
    const refused = dropped === null ? [] : [dropped];
    // Another session may have taken this one's place, and what waited in it.
    const isOutdated = currentSession() !== session;
    const { isShown, lost } = isOutdated
      ? { isShown: false, lost: [...refused, ...session.handOver()] }
      : await loadAgain(session, callbacks, refused);
    showLoss(session, lost, isShown, message);
    // Main saved it before the window found that it does not fit what is shown.
    if (dropped === null && !isOutdated && !isShown)
      showError(
        'What was undone or redone is saved, but could not be shown. Open the article again to see it.',
      );
  });
}

function inTurn(run: () => Promise<void>): Promise<void> {
  const reload = lastReload.then(run);
  lastReload = reload.catch(() => {});
  return reload;
}

/**
 * Loads the review again and hands over what waits. When it can't be loaded, the session on the screen goes on. The changes
 * that main refused are lost, unless the loaded review can't be edited: then they wait with the others, and fit a repaired one.
 */
async function loadAgain(
  session: Session,
  callbacks: LoadCallbacks,
  refused: readonly ProposedChange[],
): Promise<{ isShown: boolean; lost: readonly ProposedChange[] }> {
  let lost = refused;
  await session.stopSaving();
  // The person went elsewhere meanwhile, and is not brought back.
  const isLeft = currentSession() !== session;
  const isShown =
    !isLeft &&
    (await loadReview({
      articleId: session.articleId,
      draftId: session.isPast ? session.draft.id : null,
      readFrom: null,
      ...callbacks,
      beforeShown: (loaded) => {
        commitTyping();
        const waiting = session.handOver();
        lost = loaded.readOnly ? [] : [...refused, ...loaded.takeOver(waiting)];
        if (loaded.readOnly) wait(session.articleId, [...refused, ...waiting]);
        // An undo that was refused meanwhile can be tried again.
        else if (loaded.unsavedCount() === 0) clearErrors('saving');
      },
    }));
  if (!isShown) session.resumeSaving();
  return { isShown, lost };
}

/** Keeps edits until the article can be edited again, and says so. */
function wait(articleId: string, edits: readonly ProposedChange[]): void {
  if (edits.length === 0) return;
  keepWaitingEdits(articleId, edits);
  const waiting = edits.length === 1 ? 'One edit waits' : `${formatCount(edits.length, 'edit')} wait`;
  const saved = edits.length === 1 ? 'is saved' : 'are saved';
  showError(
    `The article can’t be edited now. ${waiting} here and ${saved} once it can be edited and is opened again.`,
    'saving',
  );
}
