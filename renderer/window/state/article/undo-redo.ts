import type { Source } from '#shared/domain/base/source.ts';
import { getReviewQueue } from '#shared/domain/claims/review-queue.ts';
import { nameStep, type StepSummary } from '#shared/domain/history/step-summary.ts';
import type { Edit } from '#shared/domain/review/change.ts';
import { deleteUnusedSources, findUnusedSources } from '#shared/domain/sources/source-edits.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { capitalize, isolate } from '#shared/text/format/wording.ts';
import { compareSpans, type Span, spanSchema } from '#shared/text/span.ts';
import { type NoticeAction, showError, showNotice, useNotices } from '../base/notices.ts';
import { currentSession } from '../review/open-review.ts';
import type { Session } from '../review/session.ts';
import { commitTyping, typingWatch } from '../review/typing.ts';
import {
  clearSelection,
  goToClaim,
  goToQueueIndex,
  revealSpan,
  setCurrentClaim,
  showSource,
} from '../view/navigate.ts';
import { type QueueView, useReviewView } from '../view/review-view.ts';

/** The claim that an edit changes; undefined when it changes something else. */
function getClaimId(edit: Edit, session: Session): string | undefined {
  const { review } = session;
  if (edit.table === 'claims') return edit.id;
  if (edit.table === 'placements') return review.placements.get(edit.id)?.claimId;
  if (edit.table === 'evidence') return review.evidence.get(edit.id)?.claimId;
  if (edit.table === 'proposedEvidence') return review.proposedEvidence.get(edit.id)?.claimId;
  return undefined;
}

/** Appends claims that need the reviewer only now, for example after an undo, and were not in the queue when it was opened. */
function appendNewlyQueued(session: Session, queue: QueueView): QueueView {
  const known = new Set(queue.placementIds);
  const added = getReviewQueue(session.review, session.draft).filter(
    ({ placement }) => !known.has(placement.id),
  );
  return {
    ...queue,
    placementIds: [...queue.placementIds, ...added.map(({ placement }) => placement.id)],
    claimIds: [...queue.claimIds, ...added.map(({ claim }) => claim.id)],
  };
}

/** Goes to the claim of the open queue that the edits changed. */
function revealInQueue(session: Session, before: QueueView, edits: readonly Edit[]): void {
  const queue = appendNewlyQueued(session, before);
  useReviewView.setState({ queue });
  const touched = new Set(edits.map((edit) => getClaimId(edit, session)));
  goToQueueIndex(queue.claimIds.findIndex((id) => session.review.claims.has(id) && touched.has(id)));
}

/** The first span of the draft that the edits dismiss or reopen; undefined when they do neither. */
function getDismissedSpan({ review, draft }: Session, edits: readonly Edit[]): Span | undefined {
  const spans = edits.flatMap((edit) => {
    if (edit.table !== 'dismissals') return [];
    if ('delete' in edit) return spanSchema.safeParse(edit.delete.span).data ?? [];
    const dismissal = review.dismissals.get(edit.id);
    return dismissal?.draftId === draft.id ? [dismissal.span] : [];
  });
  return spans.toSorted(compareSpans)[0];
}

/** Goes to the claim, the dismissed text or the source that the edits of an undo or redo changed. */
function revealEdits(session: Session, edits: readonly Edit[]): void {
  const { queue } = useReviewView.getState();
  if (queue) {
    revealInQueue(session, queue, edits);
    return;
  }
  const claims = edits.flatMap((edit) => session.outlineById().get(getClaimId(edit, session) ?? '') ?? []);
  const [first] = claims;
  if (first) {
    goToClaim(first);
    return;
  }
  const dismissed = getDismissedSpan(session, edits);
  if (dismissed) {
    clearSelection();
    revealSpan(dismissed);
    return;
  }
  const waiting = session.unplaced().map(({ claim }) => claim.id);
  const touched = waiting.find((id) => edits.some((edit) => getClaimId(edit, session) === id));
  if (touched) {
    setCurrentClaim(touched);
    return;
  }
  const source = edits.find(({ table, id }) => table === 'sources' && session.review.sources.has(id));
  if (source) showSource(source.id);
  const { currentClaimId } = useReviewView.getState();
  const isListed =
    currentClaimId === null || session.outlineById().has(currentClaimId) || waiting.includes(currentClaimId);
  if (!isListed) setCurrentClaim(null);
}

/** Undoes the last step, whichever it is by then. */
export const undoAction: NoticeAction = { label: 'Undo', run: () => void undoOrRedo('undo') };

/** Names a step with the numbers of the claims as they are now: "verdict of claim 7". */
function nameSessionStep(session: Session, step: StepSummary): string {
  return nameStep(step, (id) => session.outlineById().get(id)?.number);
}

/** "Undo verdict of claim 7", or "Undo" while it is not known what that would be. */
export function labelNextStep(session: Session, which: 'undo' | 'redo'): string {
  const step = which === 'undo' ? session.nextUndo() : session.nextRedo();
  const label = which === 'undo' ? 'Undo' : 'Redo';
  return step ? `${label} ${nameSessionStep(session, step)}` : label;
}

/**
 * Says what the last step did, and offers to undo exactly that step. The notice goes with the next step. `edits` are those of a step
 * that may have left sources without claims: these are offered for removal.
 */
export function showStepNotice(session: Session, message: string, edits: readonly Edit[] = []): void {
  const stepId = session.nextUndo()?.id;
  const undo = () => {
    if (currentSession()?.nextUndo()?.id === stepId) void undoOrRedo('undo');
    else showNotice('Something else was changed since. Nothing was undone.');
  };
  showNoticeWithSources(session, message, { label: 'Undo', run: undo }, edits);
}

/**
 * Shows a notice with the way back from a step. `edits` are those of the step: sources that they left without claims are offered for
 * removal, unless other sources are derived from them.
 */
function showNoticeWithSources(
  session: Session,
  message: string,
  wayBack: NoticeAction,
  edits: readonly Edit[],
): void {
  const unused = findUnusedSources(session.review, edits);
  const [first] = unused;
  if (!first || session.readOnly) {
    showNotice(message, wayBack);
    return;
  }
  const subject = describeSources(unused, first);
  const isOne = unused.length === 1;
  showNotice(`${message} ${subject} ${isOne ? 'has' : 'have'} no claims any more.`, wayBack, {
    label: isOne ? 'Remove source' : 'Remove sources',
    run: () => {
      // The article may have been loaded again.
      const now = currentSession();
      if (now?.articleId !== session.articleId) return;
      if (!now.apply(deleteUnusedSources(now.review, unused))) return;
      const { card } = useReviewView.getState();
      const shownId = card.show === 'source' || card.show === 'editSource' ? card.sourceId : null;
      if (unused.some(({ id }) => id === shownId)) useReviewView.setState({ card: { show: 'claim' } });
      showStepNotice(now, `${subject} deleted.`);
    },
  });
}

function describeSources(sources: readonly Source[], first: Source): string {
  return sources.length === 1 ? `“${isolate(first.title)}”` : formatCount(sources.length, 'source');
}

/**
 * Runs what a letter does as a key. A step that comes so soon after a field, a dialog or a menu was left may not have been meant: a notice
 * says what it was, with Undo, if nothing else offers that.
 */
export function runLetterKeyWithUndo(keyName: string, run: () => void): void {
  const before = currentSession()?.nextUndo()?.id;
  const mayBeText = typingWatch.wasJustLeft();
  const earlier = useNotices.getState().notices;
  run();
  const session = currentSession();
  const step = session?.nextUndo();
  if (!mayBeText || !session || !step || step.id === before) return;
  const added = useNotices.getState().notices.find((notice) => !notice.isError && !earlier.includes(notice));
  if (added?.actions.some(({ label }) => label === 'Undo')) return;
  const said = added ? `${added.message} ` : '';
  const name = capitalize(nameSessionStep(session, step));
  showStepNotice(session, `${said}${name} by the key ${keyName}.`);
}

const opposite = { undo: 'redo', redo: 'undo' } as const;
const done = { undo: 'Undone', redo: 'Redone' } as const;
const labels = { undo: 'Undo', redo: 'Redo' } as const;

/** Undoes or redoes a step of the open review, scrolls to what it changed and says what it was. */
export async function undoOrRedo(command: 'undo' | 'redo'): Promise<void> {
  commitTyping();
  const session = currentSession();
  if (!session) return;
  // A claim that the step takes away, or brings back, has its number only on one side of it.
  const before = session.outlineById();
  const answer = await session[command]();
  if (!answer.ok) {
    if (answer.error.code === 'nothing') showNotice(answer.error.message);
    else showError(answer.error.message, answer.error.code === 'notSaved' ? 'saving' : 'step');
    return;
  }
  const back = opposite[command];
  const step = back === 'redo' ? session.nextRedo() : session.nextUndo();
  const name = step && nameStep(step, (id) => (session.outlineById().get(id) ?? before.get(id))?.number);
  // The session itself shows another draft after such a step.
  if (!answer.value.some(({ table }) => table === 'drafts')) revealEdits(session, answer.value);
  // After a step that came meanwhile there is no way back to this one.
  if (session.unsavedCount() > 0) return;
  showNoticeWithSources(
    session,
    name ? `${done[command]}: ${name}.` : `${done[command]}.`,
    { label: labels[back], run: () => void undoOrRedo(back) },
    answer.value,
  );
}
