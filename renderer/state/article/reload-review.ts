import type { Failure } from '../../../shared/contract/result';
import type { ProposedChange } from '../../../shared/domain/history/change';
import { formatCount } from '../../../shared/text/format/format-count';
import { showError } from '../notices';
import type { Session } from '../review/session';
import { commitTyping } from '../typing/commit-typing';
import { describeLostChanges } from './describe-lost-changes';
import { type LoadRequest, loadReview } from './load-review';
import { currentSession } from './open-review';

export type LoadCallbacks = Pick<LoadRequest, 'onDraftsChanged' | 'onConflict' | 'onRepairNeeded'>;

/** Reviews are loaded again one after the other, so that what waits is handed over once. */
let lastReload: Promise<unknown> = Promise.resolve();

/**
 * Loads the review on the screen again, because main's copy has changes that the window's lacks. Edits
 * that main has not acknowledged go on in the loaded review, in order; a message names those that do not fit it.
 */
export function reloadReview(session: Session, callbacks: LoadCallbacks): Promise<void> {
  return inTurn(async () => {
    const shown = currentSession();
    // A review that was loaded meanwhile may lack the changes as well, so it is that one which is loaded again.
    if (shown?.articleId !== session.articleId) return;
    const { isShown, unfit } = await loadAgain(shown, callbacks);
    if (isShown && unfit.length > 0) showLoss(shown, unfit, 'the article was loaded again');
  });
}

/** Main refused a change of the session, or with null an undo or redo did not fit: loads the review again. */
export function reloadAfterConflict(
  session: Session,
  callbacks: LoadCallbacks,
  { message }: Failure,
  refused: ProposedChange | null,
): Promise<void> {
  return inTurn(async () => {
    // Another session took this one's place, and what waited in it.
    const isOutdated = currentSession() !== session;
    const { isShown, unfit } = isOutdated
      ? { isShown: false, unfit: session.handOver() }
      : await loadAgain(session, callbacks);
    const lost = refused === null ? unfit : [refused, ...unfit];
    showLoss(session, lost, isShown ? 'the article was loaded again' : 'it was not saved', message);
  });
}

function inTurn(run: () => Promise<void>): Promise<void> {
  const reload = lastReload.then(run);
  lastReload = reload.catch(() => {});
  return reload;
}

/** Loads the review again and hands over what waits. When it can't be loaded, the session on the screen goes on. */
async function loadAgain(
  session: Session,
  callbacks: LoadCallbacks,
): Promise<{ isShown: boolean; unfit: ProposedChange[] }> {
  let unfit: ProposedChange[] = [];
  await session.stopSaving();
  const isShown = await loadReview({
    ...{ articleId: session.articleId, draftId: session.isPast ? session.draft.id : null, readFrom: null },
    ...callbacks,
    beforeShown: (loaded) => {
      commitTyping();
      unfit = loaded.takeOver(session.handOver());
    },
  });
  if (!isShown) session.resumeSaving();
  return { isShown, unfit };
}

/** Says which edits were lost. Without any, an undo or redo did not fit. */
function showLoss(session: Session, lost: readonly ProposedChange[], outcome: string, why = ''): void {
  const what =
    lost.length === 0
      ? 'What was undone or redone'
      : lost.length === 1
        ? 'One edit'
        : formatCount(lost.length, 'edit');
  const description = describeLostChanges(lost, (claimId) => {
    const span = session.outlineById().get(claimId)?.span;
    return span ? session.draft.text.slice(span.start, span.end) : null;
  });
  const sentences = [
    `${what} did not fit the article as it is stored, so ${outcome}. Everything else is there.`,
    why,
    description === '' ? '' : `What was lost: ${description}.`,
  ];
  showError(sentences.filter((sentence) => sentence !== '').join(' '));
}
