import { nanoid } from 'nanoid';
import type { Client } from '#shared/contract/client.ts';
import type { Output } from '#shared/contract/commands/commands.ts';
import type { UndoState } from '#shared/contract/commands/review-commands.ts';
import { type Failure, failure, type Result, success } from '#shared/contract/result.ts';
import { removesMostClaims } from '#shared/domain/claims/claim-edits.ts';
import { createClaimFinder, listChangedClaimIds } from '#shared/domain/history/claim-history.ts';
import { type StepSummary, summarizeStep } from '#shared/domain/history/step-summary.ts';
import { applyEdits } from '#shared/domain/review/apply-edits.ts';
import { type Edit, invertEdits, type ProposedChange } from '#shared/domain/review/change.ts';
import { getNewestDraft } from '#shared/domain/review/review.ts';
import { addRecutSentences, reviewFromData } from '#shared/domain/review/review-data.ts';
import type { Step } from '#shared/domain/review/step.ts';
import { explainReadOnlyArticle } from '../library/library-access.ts';
import { buildOutline, getUnplacedClaims, indexById, type OutlineClaim, updateOutline } from './outline.ts';
import { createSaveQueue, type SaveState } from './save-queue.ts';
import type { Session, Topic } from './session.ts';

/** The answer of main; for an older draft, with the review as it stood when the next one was added, and when that was. */
type OpenedReview = Output<'review.open'> & { pastAt?: string | null };

interface SessionEffects {
  client: Client;
  /**
   * The window's copy differs from main's, so the review has to be loaded again. The dropped change is lost, null for an undo or
   * redo; later ones wait until a session takes them over.
   */
  onConflict(failure: Failure, dropped: ProposedChange | null): void;
  /** A step was refused before it was applied; the message says why. */
  onRefused(message: string): void;
  /** A step of this window was applied and queued. */
  onEdited?(step: Step): void;
  /** A step was applied, so what was offered after the step before is out of date. */
  onApplied(): void;
  /** A step added or removed a draft, so another text has to be shown. */
  onDraftsChanged(): void;
}

/** Opens a session on a review that main has opened. Steps are shown at once, "Saved" only after main acknowledged them. */
export function createSession(articleId: string, opened: OpenedReview, effects: SessionEffects): Session {
  const { client } = effects;
  const review = reviewFromData(opened.review);
  const { draft, readOnly } = opened;
  const isPast = draft.id !== getNewestDraft(review).id;
  const explainReadOnly = () =>
    isPast
      ? `Draft ${draft.number} is read-only. Go back to the newest draft to work on it.`
      : explainReadOnlyArticle('nothing was changed');
  /** By topic, so that an edit renders only the parts of the screen that show what it changed. */
  const listeners = new Map<Topic, Set<() => void>>();
  const notify = (topics: Iterable<Topic>) => {
    for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener();
  };
  let outline: readonly OutlineClaim[] = buildOutline(review, draft);
  let outlineById = indexById(outline);
  let unplaced = getUnplacedClaims(review, draft);
  /** Follows edits that were just applied to the review. */
  const followEdits = (edits: readonly Edit[]) => {
    const before = outline;
    outline = updateOutline(review, draft, before, edits);
    // The same array means that no claim was touched.
    if (outline === before) return;
    outlineById = indexById(outline);
    unplaced = getUnplacedClaims(review, draft);
  };
  let saveState: SaveState = { state: 'saved', at: null };
  let undoState: UndoState = opened;
  /** The last step that was made here; null once something was undone or redone. Main may not know it yet. */
  let lastStep: StepSummary | null = null;
  let revision = 0;
  // Main undoes a step, or asks about one, before it receives later ones, so steps that come meanwhile wait for its answer.
  let runningRequestCount = 0;
  // While the review is loaded again, no undo may begin: its answer would change a copy that is no longer shown.
  let isStopped = false;
  const whenAnswered: (() => void)[] = [];
  const delayedSteps: Step[] = [];
  const lastChanges = new Map<string, string>();

  const queue = createSaveQueue<Output<'review.apply'>>({
    send: (change) => client.call('review.apply', { articleId, change }),
    onAcknowledged: (answer) => {
      undoState = answer;
    },
    onRejected: effects.onConflict,
    onStateChange: (state) => {
      saveState = state;
      notify(['saving']);
    },
    schedule: (delayMs, retry) => {
      const timer = setTimeout(retry, delayMs);
      return () => clearTimeout(timer);
    },
  });

  const applyToCopy = (edits: Edit[], at = new Date().toISOString()): boolean => {
    const applied = applyEdits(review, edits);
    if (!applied.ok) return false;
    followEdits(edits);
    revision += 1;
    for (const id of listChangedClaimIds(edits, createClaimFinder(review))) lastChanges.set(id, at);
    const topics = new Set<Topic>(applied.touched);
    for (const { table } of edits) topics.add(table);
    effects.onApplied();
    notify([...topics, 'outline', 'saving']);
    return true;
  };

  const apply = (step: Step | null): boolean => {
    if (!step) return true;
    if (readOnly) {
      effects.onRefused(explainReadOnly());
      return false;
    }
    if (runningRequestCount > 0) {
      delayedSteps.push(step);
      return true;
    }
    if (!applyToCopy(step.edits)) {
      effects.onRefused(
        'This edit does not fit the article as it is now, or it is too long. Nothing was changed. Check it and try again.',
      );
      return false;
    }
    push({ id: nanoid(), ...step });
    effects.onEdited?.(step);
    return true;
  };

  const push = (change: ProposedChange) => {
    lastStep = summarizeStep(change, review);
    queue.push(change);
  };

  /** Whether main added the change to the review already, as it does with one that the disk kept although its sync failed. */
  const isAdded = ({ edits }: ProposedChange): boolean => {
    if (!applyEdits(review, invertEdits(edits)).ok) return false;
    const restored = applyEdits(review, edits);
    if (!restored.ok) throw new Error(`a change could not be applied again: ${restored.reason}`);
    return true;
  };

  const takeOver = (changes: readonly ProposedChange[]): ProposedChange[] =>
    changes.filter((change) => {
      const fits = !readOnly && (applyToCopy(change.edits) || isAdded(change));
      if (fits) push(change);
      return !fits;
    });

  const waitUntilAnswered = async (): Promise<void> => {
    if (runningRequestCount > 0) await new Promise<void>((resolve) => whenAnswered.push(resolve));
  };

  /** Has main make a change, and shows it once main has made it. */
  const showOnceMade = async <A>(
    request: () => Promise<Result<A>>,
    show: (answer: A) => void,
  ): Promise<Result<A>> => {
    if (readOnly) return failure('readOnly', explainReadOnly());
    if (!(await queue.waitUntilSaved()))
      return failure(
        'notSaved',
        'Your last edits are not on the disk yet. They are kept here; this works again once they are saved.',
      );
    if (isStopped)
      return failure(
        'notSaved',
        'The article is being loaded again. Nothing was changed. Try again once it is loaded.',
      );
    runningRequestCount += 1;
    const answer = await request();
    runningRequestCount -= 1;
    if (answer.ok) show(answer.value);
    if (runningRequestCount === 0) {
      for (const step of delayedSteps.splice(0)) apply(step);
      for (const resolve of whenAnswered.splice(0)) resolve();
    }
    return answer;
  };

  const showMade = (edits: Edit[], at: string) => {
    saveState = { state: 'saved', at };
    if (!applyToCopy(edits, at))
      effects.onConflict({ code: 'conflict', message: 'The step did not fit what is shown.' }, null);
  };

  // A key that is pressed twice asks once.
  let isAskingToDelete = false;
  const applyDeletion = async (step: Step): Promise<boolean> => {
    if (isAskingToDelete) return false;
    isAskingToDelete = true;
    if (runningRequestCount > 0) await waitUntilAnswered();
    if (!removesMostClaims(step.edits, review)) {
      isAskingToDelete = false;
      return apply(step);
    }
    const answer = await showOnceMade(
      () => client.call('review.apply', { articleId, change: { id: nanoid(), ...step } }),
      ({ at, ...answered }) => {
        undoState = answered;
        lastStep = answered.nextUndo;
        showMade(step.edits, at);
      },
    );
    isAskingToDelete = false;
    if (answer.ok) return true;
    // Main has another review than this copy, which is loaded again, as after any step that does not fit.
    if (answer.error.code === 'conflict') effects.onConflict(answer.error, null);
    else if (answer.error.code !== 'nothing') effects.onRefused(answer.error.message);
    return false;
  };

  const undoOrRedo = async (command: 'review.undo' | 'review.redo'): Promise<Result<Edit[]>> => {
    const answer = await showOnceMade(
      () => client.call(command, { articleId }),
      ({ change, recutSentences, ...answered }) => {
        addRecutSentences(review, recutSentences);
        undoState = answered;
        lastStep = null;
        if (change.edits.some(({ table }) => table === 'drafts')) {
          saveState = { state: 'saved', at: change.at };
          effects.onApplied();
          effects.onDraftsChanged();
        } else showMade(change.edits, change.at);
      },
    );
    return answer.ok ? success(answer.value.change.edits) : answer;
  };

  return {
    articleId,
    review,
    draft,
    readOnly,
    isPast,
    pastAt: opened.pastAt ?? null,
    revision: () => revision,
    saveState: () => saveState,
    outline: () => outline,
    outlineById: () => outlineById,
    unplaced: () => unplaced,
    lastChanges: () => lastChanges,
    canUndo: () => !readOnly && (undoState.canUndo || queue.pending().length > 0),
    canRedo: () => !readOnly && undoState.canRedo && queue.pending().length === 0,
    nextUndo: () => (queue.pending().length > 0 ? lastStep : (undoState.nextUndo ?? lastStep)),
    nextRedo: () => (queue.pending().length > 0 ? null : undoState.nextRedo),
    subscribe(topic, listener) {
      const ofTopic = listeners.get(topic) ?? new Set();
      listeners.set(topic, ofTopic.add(listener));
      return () => ofTopic.delete(listener);
    },
    apply,
    applyDeletion,
    undo: () => undoOrRedo('review.undo'),
    redo: () => undoOrRedo('review.redo'),
    retrySaving: queue.retry,
    unsaved: queue.pending,
    unsavedCount: () => queue.pending().length + delayedSteps.length,
    async waitUntilSaved() {
      await waitUntilAnswered();
      return queue.waitUntilSaved();
    },
    async stopSaving() {
      isStopped = true;
      await queue.stop();
      await waitUntilAnswered();
    },
    resumeSaving() {
      isStopped = false;
      queue.resume();
    },
    handOver: () => [
      ...queue.takeAll(),
      ...delayedSteps.splice(0).map((step) => ({ id: nanoid(), ...step })),
    ],
    takeOver,
  };
}
