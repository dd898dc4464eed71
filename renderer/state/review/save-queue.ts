import type { Failure, Result } from '../../../shared/contract/result';
import type { ProposedChange } from '../../../shared/domain/history/change';

/** How the review stands with the disk. `saved` is only ever said of what main has acknowledged. */
export type Saving =
  | { state: 'saved'; at: string | null }
  | { state: 'saving'; waiting: number }
  | { state: 'failing'; waiting: number; why: string };

interface Acknowledged {
  at: string;
}

interface QueueEffects<A extends Acknowledged> {
  send(change: ProposedChange): Promise<Result<A>>;
  acknowledged(answer: A): void;
  /** A change does not fit what main has: it and all behind it are dropped, and the review has to be loaded again. */
  rejected(failure: Failure, dropped: ProposedChange[]): void;
  changed(saving: Saving): void;
  /** Calls back after so many milliseconds; returns the function that cancels it. */
  later(milliseconds: number, retry: () => void): () => void;
}

const firstRetry = 1_000;
const lastRetry = 15_000;

export interface SaveQueue {
  push(change: ProposedChange): void;
  /** Tries again at once what could not be saved. */
  retry(): void;
  /** How many changes were not acknowledged yet. */
  waiting(): number;
  /** Resolves when everything pushed so far is saved (true), or saving is failing (false). */
  settled(): Promise<boolean>;
}

/**
 * Sends changes one at a time and in order. What the disk did not take stays at the head and is sent again, with growing
 * pauses, until it is taken; nothing behind it overtakes it. Repeating is safe: main knows a change by its id.
 */
export function createSaveQueue<A extends Acknowledged>(effects: QueueEffects<A>): SaveQueue {
  const queue: ProposedChange[] = [];
  let busy = false;
  let failing: string | null = null;
  let savedAt: string | null = null;
  let attempt = 0;
  let callOff = () => {};
  let onSettled: ((saved: boolean) => void)[] = [];

  const tell = () => {
    if (failing !== null) effects.changed({ state: 'failing', waiting: queue.length, why: failing });
    else if (queue.length > 0) effects.changed({ state: 'saving', waiting: queue.length });
    else effects.changed({ state: 'saved', at: savedAt });
    if (queue.length > 0 && failing === null) return;
    const waiters = onSettled;
    onSettled = [];
    for (const waiter of waiters) waiter(failing === null);
  };

  const run = async () => {
    const change = queue[0];
    if (busy || !change) return;
    callOff();
    busy = true;
    const answer = await effects.send(change);
    busy = false;
    if (answer.ok) {
      queue.shift();
      failing = null;
      attempt = 0;
      savedAt = answer.value.at;
      effects.acknowledged(answer.value);
    } else if (answer.error.code === 'notSaved') {
      failing = answer.error.message;
      callOff = effects.later(Math.min(firstRetry * 2 ** attempt, lastRetry), () => void run());
      attempt += 1;
      tell();
      return;
    } else {
      failing = null;
      effects.rejected(answer.error, queue.splice(0));
    }
    tell();
    void run();
  };

  return {
    push(change) {
      queue.push(change);
      tell();
      if (failing === null) void run();
    },
    retry: () => void run(),
    waiting: () => queue.length,
    settled: () =>
      queue.length === 0 || failing !== null
        ? Promise.resolve(failing === null)
        : new Promise((resolve) => onSettled.push(resolve)),
  };
}
