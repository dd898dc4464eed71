import type { RepairQuestion } from '../../../shared/contract/repair';
import type { Failure } from '../../../shared/contract/result';
import type { Draft } from '../../../shared/domain/draft';
import type { ProposedChange } from '../../../shared/domain/history/change';
import { mapReadingPosition } from '../../../shared/drafts/map-reading-position';
import { formatNumber } from '../../../shared/text/format/format-number';
import { client } from '../client';
import { clearErrors, clearNotices, showError, showNoticesFor } from '../notices';
import { createSession } from '../review/create-session';
import type { Session } from '../review/session';
import { saveReadingPosition } from '../view/reading-positions';
import { saveLastArticleId } from './last-article';
import { currentSession, useOpenReview } from './open-review';
import { quoteWrittenText } from './quote-written-text';

export interface LoadRequest {
  articleId: string;
  /** An older draft to show, read-only; null for the newest. */
  draftId: string | null;
  /** The draft on the screen and its first visible offset, so that reading goes on there in the other draft. */
  readFrom: { draft: Draft; offset: number } | null;
  /** A step of the loaded review added or removed a draft. */
  onDraftsChanged: () => void;
  /** The article is damaged, and how to repair it needs an answer. */
  onRepairNeeded: (question: RepairQuestion) => void;
}

/** Only the last load is shown; an answer to an earlier one is outdated. */
let lastLoad = 0;

/** Cancels loading, because the person went elsewhere. */
export function cancelLoading(): void {
  lastLoad += 1;
}

/** Loads a review from main and shows it. False when it is not shown. */
export async function loadReview(request: LoadRequest): Promise<boolean> {
  const { articleId, draftId, readFrom, onDraftsChanged, onRepairNeeded } = request;
  lastLoad += 1;
  const load = lastLoad;
  clearErrors('article');
  const answer = await client.call('review.open', { articleId });
  const past = draftId === null ? null : await client.call('draft.read', { articleId, draftId });
  if (load !== lastLoad) return false;
  const failed = [answer, past].find((one) => one?.ok === false);
  if (failed?.ok === false) showError(failed.error.message, 'article');
  if (!answer.ok || past?.ok === false) return false;
  showNoticesFor(articleId);
  // Messages about damage are no longer true once the article is repaired.
  const topic = answer.value.repair ? 'damage' : null;
  for (const problem of answer.value.problems) showError(problem, topic);
  const draft = past?.value ?? answer.value.draft;
  const readOnly = answer.value.readOnly || draft !== answer.value.draft;
  const session: Session = createSession(
    articleId,
    { ...answer.value, draft, readOnly },
    {
      client,
      onConflict: (failure, dropped) => void reloadAfterConflict(session, request, failure, dropped),
      onRefused: (message) => showError(message, 'step'),
      onApplied: () => {
        clearNotices();
        clearErrors('step');
      },
      onDraftsChanged,
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
  useOpenReview.setState({ session });
  saveLastArticleId(articleId);
  if (answer.value.repair && draftId === null) onRepairNeeded(answer.value.repair);
  return true;
}

/** The window's copy differs from main's: loads the newest draft again, and shows what the person wrote in the lost changes. */
async function reloadAfterConflict(
  session: Session,
  request: LoadRequest,
  { message }: Failure,
  dropped: ProposedChange[],
): Promise<void> {
  const isShown = currentSession() === session;
  if (isShown && !(await loadReview({ ...request, draftId: null, readFrom: null }))) return;
  const outcome = isShown ? 'the article was loaded again' : 'nothing more was saved';
  const written = quoteWrittenText(dropped);
  showError(
    `${describeDropped(dropped.length)} did not fit the article as it is stored, so ${outcome}. Everything saved is there. ${message}` +
      (written === '' ? '' : ` You had written: ${written}`),
  );
}

/** The subject of the message. No dropped edits mean that undo or redo did not fit. */
function describeDropped(count: number): string {
  if (count === 0) return 'What was undone or redone';
  return count === 1 ? 'Your last edit' : `Your last ${formatNumber(count)} edits`;
}
