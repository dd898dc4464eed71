import type { Failure, Result } from '#shared/contract/result.ts';
import type { ProposedChange } from '#shared/domain/review/change.ts';

/** Whether the changes are on the disk. `saved` is only reported after main has acknowledged all of them. */
export type SaveState =
  | { state: 'saved'; at: string | null }
  | { state: 'saving'; waiting: number }
  | { state: 'failing'; waiting: number; why: string };

/** Why saving is failing, for a sentence that says itself that something is not saved. */
export function withoutNotSaved(why: string): string {
  return why.replace(/^Not saved: /, '');
}

interface Acknowledgement {
  at: string;
}

interface QueueEffects<A extends Acknowledgement> {
  send(change: ProposedChange): Promise<Result<A>>;
  onAcknowledged(answer: A): void;
  /**
   * A change does not fit main's copy: it is dropped, and the review has to be loaded again. The queue stops, because the
   * later changes were made on the window's copy; they wait to be taken or for `resume`.
   */
  onRejected(failure: Failure, dropped: ProposedChange): void;
  onStateChange(state: SaveState): void;
  /** Calls `retry` after a delay; returns the function that cancels it. */
  schedule(delayMs: number, retry: () => void): () => void;
}

/** The delay before a failed change is sent again, in milliseconds. It doubles up to the maximum. */
const minRetryDelayMs = 1_000;
const maxRetryDelayMs = 15_000;

interface SaveQueue {
  push(change: ProposedChange): void;
  /** Sends again at once what could not be saved. */
  retry(): void;
  /** The changes that are not acknowledged yet, in their order. */
  pending(): readonly ProposedChange[];
  /** Resolves to true when all changes pushed so far are saved, to false as soon as saving is failing or they were taken. */
  waitUntilSaved(): Promise<boolean>;
  /** Sends nothing more. Resolves once main has answered what was sent. */
  stop(): Promise<void>;
  /** Sends again after `stop`. */
  resume(): void;
  /** Empties the queue, once it is stopped, into the queue of a session that takes its place. */
  takeAll(): ProposedChange[];
}

/**
 * Sends changes to main one at a time and in order. A change that the disk refused stays at the head of the queue and is sent
 * again, with growing delays, until it is saved; no later change overtakes it. Sending a change twice is safe, because main
 * knows it by its id.
 */
export function createSaveQueue<A extends Acknowledgement>(effects: QueueEffects<A>): SaveQueue {
  const queue: ProposedChange[] = [];
  let sending: Promise<Result<A>> | null = null;
  let isStopped = false;
  let failureMessage: string | null = null;
  let savedAt: string | null = null;
  let failedAttempts = 0;
  let cancelRetry = () => {};
  let waiters: ((isSaved: boolean) => void)[] = [];

  const resolveWaiters = (isSaved: boolean) => {
    const resolved = waiters;
    waiters = [];
    for (const resolve of resolved) resolve(isSaved);
  };

  const reportState = () => {
    const waiting = queue.length;
    if (failureMessage !== null) effects.onStateChange({ state: 'failing', waiting, why: failureMessage });
    else if (waiting > 0) effects.onStateChange({ state: 'saving', waiting });
    else effects.onStateChange({ state: 'saved', at: savedAt });
    if (queue.length === 0 || failureMessage !== null) resolveWaiters(failureMessage === null);
  };

  const sendNext = async () => {
    const change = queue[0];
    if (sending || isStopped || !change) return;
    cancelRetry();
    sending = effects.send(change);
    const answer = await sending;
    sending = null;
    if (answer.ok) {
      queue.shift();
      failureMessage = null;
      failedAttempts = 0;
      savedAt = answer.value.at;
      effects.onAcknowledged(answer.value);
    } else if (answer.error.code === 'notSaved') {
      failureMessage = answer.error.message;
      const delayMs = Math.min(minRetryDelayMs * 2 ** failedAttempts, maxRetryDelayMs);
      cancelRetry = effects.schedule(delayMs, () => void sendNext());
      failedAttempts += 1;
      reportState();
      return;
    } else {
      failureMessage = null;
      queue.shift();
      isStopped = true;
      effects.onRejected(answer.error, change);
    }
    reportState();
    void sendNext();
  };

  return {
    push(change) {
      queue.push(change);
      reportState();
      if (failureMessage === null) void sendNext();
    },
    retry: () => void sendNext(),
    pending: () => [...queue],
    waitUntilSaved: () =>
      queue.length === 0 || failureMessage !== null
        ? Promise.resolve(failureMessage === null)
        : new Promise((resolve) => waiters.push(resolve)),
    async stop() {
      isStopped = true;
      cancelRetry();
      await sending;
    },
    resume() {
      isStopped = false;
      void sendNext();
    },
    takeAll() {
      const taken = queue.splice(0);
      resolveWaiters(false);
      return taken;
    },
  };
}
