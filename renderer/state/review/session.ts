import { nanoid } from 'nanoid';
import type { Client } from '../../../shared/contract/client';
import type { Output } from '../../../shared/contract/commands';
import type { Failure, Result } from '../../../shared/contract/result';
import type { Draft } from '../../../shared/domain/draft';
import { applyEdits } from '../../../shared/domain/history/apply-edits';
import type { Edit, ProposedChange } from '../../../shared/domain/history/change';
import type { Step } from '../../../shared/domain/history/step';
import { currentDraft, type Review, reviewFromData } from '../../../shared/domain/review/review';
import type { EntityKey, TableName } from '../../../shared/domain/review/tables';
import {
  type ShownClaim,
  shownAfter,
  shownById,
  shownClaims,
  type WaitingClaim,
  waitingClaims,
} from './outline';
import { createSaveQueue, type Saving } from './save-queue';

/** What a part of the screen can wait for: an entity, a table, the claims as shown, or how saving stands. */
export type Topic = EntityKey | TableName | 'shown' | 'saving';

type Opened = Output<'review.open'>;

export interface Session {
  readonly articleId: string;
  readonly review: Review;
  readonly draft: Draft;
  readonly readOnly: boolean;
  /** Whether the draft is an older one, which can only be looked at. */
  readonly isPast: boolean;
  /** Grows with every step that is shown. */
  revision(): number;
  saving(): Saving;
  shown(): readonly ShownClaim[];
  shownById(): ReadonlyMap<string, ShownClaim>;
  /** The claims that wait for a place in the draft. */
  waiting(): readonly WaitingClaim[];
  canUndo(): boolean;
  canRedo(): boolean;
  subscribe(topic: Topic, listener: () => void): () => void;
  /**
   * Shows the step at once and queues it for the disk. False when it was refused: then nothing changed, and it was said.
   * Null is nothing to do, and true.
   */
  apply(step: Step | null): boolean;
  undo(): Promise<Result<Edit[]>>;
  redo(): Promise<Result<Edit[]>>;
  retrySaving(): void;
  /** Changes not acknowledged yet. */
  unsaved(): number;
  settled(): Promise<boolean>;
}

export interface SessionEffects {
  client: Client;
  /** What was shown is not what stands in main: these changes were dropped. */
  outOfStep(failure: Failure, dropped: ProposedChange[]): void;
  /** A step was refused before it was shown: a sentence on why. */
  refused(message: string): void;
  /** Something was done, so that what was offered after an earlier step is out of date. */
  stepped(): void;
  /** A step brought a draft or took one away: there is another text to be shown. */
  redrafted(): void;
}

/** The open review, shown optimistically: every step is seen at once, and "saved" only when main acknowledged it. */
export function createSession(articleId: string, opened: Opened, effects: SessionEffects): Session {
  const { client } = effects;
  const review = reviewFromData(opened.review);
  const { draft, readOnly } = opened;
  const isPast = draft.id !== currentDraft(review).id;
  const notHere = isPast
    ? `Draft ${draft.number} can only be read. Go back to the newest draft to work on it.`
    : 'This article can only be read, so nothing was changed.';
  const listeners = new Map<Topic, Set<() => void>>();
  let saving: Saving = { state: 'saved', at: null };
  let undoState = { canUndo: opened.canUndo, canRedo: opened.canRedo };
  let shown: readonly ShownClaim[] = shownClaims(review, draft);
  let byId = shownById(shown);
  let waiting = waitingClaims(review, draft);
  let revision = 0;
  // Main takes a step back before it sees what is done meanwhile, so what is done meanwhile waits for its answer.
  let stepping = 0;
  const held: Step[] = [];

  const tell = (topics: Iterable<Topic>) => {
    for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener();
  };

  const queue = createSaveQueue<Output<'review.apply'>>({
    send: (change) => client.call('review.apply', { articleId, change }),
    acknowledged: (answer) => {
      undoState = answer;
    },
    rejected: effects.outOfStep,
    changed: (now) => {
      saving = now;
      tell(['saving']);
    },
    later: (milliseconds, retry) => {
      const timer = setTimeout(retry, milliseconds);
      return () => clearTimeout(timer);
    },
  });

  const take = (edits: Edit[]): boolean => {
    const applied = applyEdits(review, edits);
    if (!applied.ok) return false;
    const before = shown;
    shown = shownAfter(review, draft, before, edits);
    // The same list means that no claim was touched.
    if (shown !== before) {
      byId = shownById(shown);
      waiting = waitingClaims(review, draft);
    }
    revision += 1;
    const topics = new Set<Topic>(applied.touched);
    for (const { table } of edits) topics.add(table);
    effects.stepped();
    tell([...topics, 'shown', 'saving']);
    return true;
  };

  const apply = (wanted: Step | null): boolean => {
    if (!wanted) return true;
    if (readOnly) {
      effects.refused(notHere);
      return false;
    }
    if (stepping > 0) {
      held.push(wanted);
      return true;
    }
    if (!take(wanted.edits)) {
      effects.refused(
        'That was not taken: it does not fit the article as it stands now, or is too long. Nothing was changed; look at it and try again.',
      );
      return false;
    }
    queue.push({ id: nanoid(), ...wanted });
    return true;
  };

  const step = async (name: 'review.undo' | 'review.redo'): Promise<Result<Edit[]>> => {
    if (readOnly) return { ok: false, error: { code: 'readOnly', message: notHere } };
    if (!(await queue.settled()))
      return {
        ok: false,
        error: {
          code: 'notSaved',
          message:
            'Your last edits are not on the disk yet. They are kept here; undo works again once they are saved.',
        },
      };
    stepping += 1;
    const answer = await client.call(name, { articleId });
    stepping -= 1;
    if (answer.ok) {
      const { change, canUndo, canRedo } = answer.value;
      undoState = { canUndo, canRedo };
      saving = { state: 'saved', at: change.at };
      if (change.edits.some(({ table }) => table === 'drafts')) {
        effects.stepped();
        effects.redrafted();
      } else if (!take(change.edits))
        effects.outOfStep({ code: 'conflict', message: 'The step did not fit what is shown.' }, []);
    }
    if (stepping === 0) for (const wanted of held.splice(0)) apply(wanted);
    return answer.ok ? { ok: true, value: answer.value.change.edits } : answer;
  };

  return {
    articleId,
    review,
    draft,
    readOnly,
    isPast,
    revision: () => revision,
    saving: () => saving,
    shown: () => shown,
    shownById: () => byId,
    waiting: () => waiting,
    canUndo: () => undoState.canUndo || queue.waiting() > 0,
    canRedo: () => undoState.canRedo && queue.waiting() === 0,
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => set.delete(listener);
    },
    apply,
    undo: () => step('review.undo'),
    redo: () => step('review.redo'),
    retrySaving: queue.retry,
    unsaved: queue.waiting,
    settled: queue.settled,
  };
}
