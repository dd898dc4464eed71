import type { Failure } from '../../../shared/contract/result';
import type { Draft } from '../../../shared/domain/draft/draft';
import type { ProposedChange } from '../../../shared/domain/history/change';
import { mapReadingPosition } from '../../../shared/drafts/map-reading-position';
import { client } from '../client';
import { noteUnsignedVerdicts } from '../name-question';
import { clearErrors, clearNotices, showError, showNoticesFor } from '../notices';
import { createSession } from '../review/create-session';
import type { Session } from '../review/session';
import { saveReadingPosition } from '../view/reading-positions';
import { saveLastArticleId } from './last-article';
import { useOpenReview } from './open-review';
import { showLoss } from './show-loss';
import { takeWaitingEdits } from './waiting-edits';

export interface LoadRequest {
  articleId: string;
  /** An older draft to show, read-only; null for the newest. */
  draftId: string | null;
  /** The draft on the screen and its first visible offset, so that reading goes on there in the other draft. */
  readFrom: { draft: Draft; offset: number } | null;
  /** Called with the loaded review right before it is shown, when nothing can come between any more. */
  beforeShown?: (session: Session) => void;
  /** A step of the loaded review added or removed a draft. */
  onDraftsChanged: () => void;
  /** The loaded review differs from main's now, so `dropped` was lost; null for an undo or redo. */
  onConflict: (session: Session, failure: Failure, dropped: ProposedChange | null) => void;
}

/** Only the last load is shown; an answer to an earlier one is outdated. */
let lastLoad = 0;

/** Cancels loading, because the person went elsewhere. */
export function cancelLoading(): void {
  lastLoad += 1;
}

/** Loads a review from main and shows it. False when it is not shown. */
export async function loadReview(request: LoadRequest): Promise<boolean> {
  const { articleId, draftId, readFrom, beforeShown, onDraftsChanged, onConflict } = request;
  lastLoad += 1;
  const load = lastLoad;
  clearErrors('article');
  const answer = await client.call('review.open', { articleId });
  const past = draftId === null ? null : await client.call('draft.open', { articleId, draftId });
  if (load !== lastLoad) return false;
  const failed = [answer, past].find((one) => one?.ok === false);
  if (failed?.ok === false) showError(failed.error.message, 'article');
  if (!answer.ok || past?.ok === false) return false;
  showNoticesFor(articleId);
  for (const problem of answer.value.problems) showError(problem);
  const draft = past?.value.draft ?? answer.value.draft;
  const stood = past?.value.past ?? null;
  const review = stood?.review ?? answer.value.review;
  const readOnly = answer.value.readOnly || draft !== answer.value.draft;
  const session: Session = createSession(
    articleId,
    { ...answer.value, review, draft, readOnly, pastAt: stood?.at ?? null },
    {
      client,
      onConflict: (failure, dropped) => onConflict(session, failure, dropped),
      onRefused: (message) => showError(message, 'step'),
      onApplied: () => {
        clearNotices();
        clearErrors('step');
      },
      onDraftsChanged,
      onEdited: noteUnsignedVerdicts,
    },
  );
  session.subscribe('saving', () => {
    if (session.saveState().state === 'saved') clearErrors('saving');
  });
  // The top of one draft is the top of another, whatever text it begins with.
  if (readFrom && readFrom.draft.id !== draft.id)
    saveReadingPosition(
      articleId,
      draft.id,
      readFrom.offset === 0 ? null : mapReadingPosition(readFrom.draft, readFrom.offset, draft),
    );
  // Before what waits in the session on the screen, which was made later.
  if (!session.readOnly) showLoss(session, session.takeOver(takeWaitingEdits(articleId)), false);
  beforeShown?.(session);
  useOpenReview.setState({ session });
  saveLastArticleId(articleId);
  return true;
}
