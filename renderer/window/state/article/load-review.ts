import type { Failure } from '#shared/contract/result.ts';
import { judgedVerdictSchema } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { sourceFieldTraits } from '#shared/domain/base/source.ts';
import { sourceTextFields } from '#shared/domain/base/source-fields.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import { actionNames } from '#shared/domain/history/step-summary.ts';
import type { Edit, ProposedChange } from '#shared/domain/review/change.ts';
import { mapReadingPosition } from '#shared/drafts/map-reading-position.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import { isolate, shorten } from '#shared/text/format/wording.ts';
import { client } from '../base/client.ts';
import { clearErrors, clearNotices, showError, showNoticesFor } from '../base/notices.ts';
import { saveReadingPosition } from '../base/reading-positions.ts';
import { createSession } from '../review/create-session.ts';
import {
  currentSession,
  keepWaitingEdits,
  saveLastArticleId,
  takeWaitingEdits,
  useOpenReview,
} from '../review/open-review.ts';
import { noteUnsignedVerdicts } from '../review/reviewer.ts';
import type { Session } from '../review/session.ts';
import { commitTyping } from '../review/typing.ts';

/** The length to which the words of a claim are shortened, in UTF-16 code units. */
const maxWordsLength = 80;

/** The fields in which a person writes, of all tables. */
const writtenFields = new Set<string>([
  'note',
  'correction',
  'claimant',
  'quote',
  'reason',
  'locator',
  ...sourceTextFields.filter((field) => sourceFieldTraits[field].isWords),
]);

/** Returns the words of a claim, null when they are not known. */
type GetWords = (claimId: string) => string | null;

/**
 * Quotes what a person wrote or decided in changes that were lost, and names the others by what they did, so that all of it can
 * be done again; '' for nothing.
 */
export function describeLostChanges(changes: readonly ProposedChange[], getWords: GetWords): string {
  return changes
    .flatMap((change) => {
      const parts = change.edits.flatMap((edit) => describeEdit(edit, getWords));
      return parts.length > 0 ? parts : [describeAction(change, getWords)];
    })
    .join(', ');
}

function describeEdit(edit: Edit, getWords: GetWords): string[] {
  if ('delete' in edit) return [];
  const fields = 'update' in edit ? edit.update.after : edit.create;
  const written = Object.entries(fields).flatMap(([field, value]) =>
    writtenFields.has(field) && typeof value === 'string' && value !== '' ? [quote(value)] : [],
  );
  if (edit.table === 'tags' && typeof fields.name === 'string') written.push(quote(fields.name));
  const judged = edit.table === 'claims' ? judgedVerdictSchema.safeParse(fields.verdict).data : undefined;
  const words = judged ? getWords(edit.id) : null;
  return words === null || !judged
    ? written
    : [`${quote(statusLooks[judged].label)} for ${quote(shorten(words, maxWordsLength))}`, ...written];
}

function describeAction({ action, edits }: ProposedChange, getWords: GetWords): string {
  const words = edits.map((edit) => getWords(findClaimId(edit))).find((found) => found !== null);
  return words === undefined
    ? actionNames[action].result
    : `${actionNames[action].result} (${quote(shorten(words, maxWordsLength))})`;
}

/** The claim that an edit is about; '' when it does not say. */
function findClaimId(edit: Edit): string {
  if (edit.table === 'claims') return edit.id;
  const fields = 'create' in edit ? edit.create : 'delete' in edit ? edit.delete : edit.update.after;
  return typeof fields.claimId === 'string' ? fields.claimId : '';
}

function quote(text: string): string {
  return `“${isolate(text)}”`;
}

/** Says which edits were lost because they did not fit, if any were. `why` is what main said about it. */
function showLoss(session: Session, lost: readonly ProposedChange[], isLoadedAgain: boolean, why = ''): void {
  if (lost.length === 0) return;
  const what = lost.length === 1 ? 'One edit' : formatCount(lost.length, 'edit');
  const outcome = isLoadedAgain
    ? 'the article was loaded again'
    : `${lost.length === 1 ? 'it was' : 'they were'} not saved`;
  const description = describeLostChanges(lost, (claimId) => {
    const span = session.outlineById().get(claimId)?.span;
    return span ? session.draft.text.slice(span.start, span.end) : null;
  });
  const sentences = [
    `${what} did not fit the article as it is stored, so ${outcome}. Everything else is there.`,
    why,
    `What was lost: ${description}.`,
  ];
  showError(sentences.filter((sentence) => sentence !== '').join(' '));
}

interface LoadRequest {
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

/** The load in progress, or the last one. */
let loading: { articleId: string; end: Promise<boolean> } | null = null;

/** Waits until an article is shown that is being loaded. */
export async function waitForLoading(articleId: string): Promise<void> {
  if (loading?.articleId === articleId) await loading.end;
}

/** Loads a review from main and shows it. False when it is not shown. */
export function loadReview(request: LoadRequest): Promise<boolean> {
  const end = load(request);
  loading = { articleId: request.articleId, end };
  return end;
}

async function load(request: LoadRequest): Promise<boolean> {
  const { articleId, draftId, readFrom, beforeShown, onDraftsChanged, onConflict } = request;
  lastLoad += 1;
  const thisLoad = lastLoad;
  clearErrors('article');
  const answer = await client.call('review.open', { articleId });
  const past = draftId === null ? null : await client.call('draft.open', { articleId, draftId });
  if (thisLoad !== lastLoad) return false;
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
