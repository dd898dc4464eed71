import type { AppEvent } from '#shared/contract/events.ts';
import { StetError } from './stet-error.ts';
import type { EventSink, System } from './system.ts';

/** How long work may go on before everything else of the process has its turn, in milliseconds. */
const workMs = 6;
/** After hashing or copying this many bytes the thread rests for some milliseconds. */
const restBytes = 512 * 1024;
const restMs = 3;

/**
 * Lets everything else of the process run, when it was not its turn for a while. `bytes` were hashed or copied since the last
 * call.
 */
export type GiveWay = (bytes?: number) => Promise<void>;

/**
 * For long work in the background on main's own thread, which also passes on the window's keys. The work calls the returned
 * function after each small step.
 */
export function createGiveWay(): GiveWay {
  let begun = performance.now();
  let unrested = 0;
  return async (bytes = 0) => {
    unrested += bytes;
    if (unrested >= restBytes) {
      await new Promise((resolve) => setTimeout(resolve, restMs));
      unrested = 0;
    } else if (performance.now() - begun >= workMs) {
      await new Promise((resolve) => setImmediate(resolve));
    } else return;
    begun = performance.now();
  };
}

/** The part of a task that its work uses: it notices a cancellation and reports progress. */
export interface Task {
  /** Aborts when the task is cancelled. */
  signal: AbortSignal;
  /** Reports progress in bytes or other steps. Cheap to call often: the window is notified at most every 100 ms. */
  reportProgress(name: string, done: number, total: number): void;
}

/**
 * Settles as `work` does, or rejects with the signal's reason as soon as the signal aborts. The work itself goes on: stopping
 * it is up to the caller.
 */
export function rejectOnAbort<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * Runs `work` with a signal that aborts as soon as any of the given signals does, with the reason of that one. As
 * `AbortSignal.any`, which Electron 25 does not have.
 */
export async function withAnySignal<T>(
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const abort = () => controller.abort(signals.find(({ aborted }) => aborted)?.reason);
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  }
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) signal.removeEventListener('abort', abort);
  }
}

/** Minimum time between two progress events of one task, in milliseconds. */
const progressIntervalMs = 100;
/** How long quitting waits for cancelled tasks, in milliseconds. */
const cancelTimeoutMs = 2_000;

interface RunningTask {
  controller: AbortController;
  /** Resolves when the work has settled. Never rejects. */
  settled: Promise<unknown>;
}

/** The long work in progress, by the id that the window gave each task. */
export class Tasks {
  readonly #running = new Map<string, RunningTask>();
  #isClosed = false;

  constructor(private readonly platform: Pick<System, 'now' | 'schedule'> & EventSink) {}

  /**
   * Runs long work. Resolves to null when the work stopped because it was cancelled; work that finishes in spite of that
   * resolves to its result. Rejects as the work does, and with `badRequest` when the id is in use.
   */
  async run<T>(taskId: string, work: (task: Task) => Promise<T>): Promise<T | null> {
    if (this.#running.has(taskId))
      throw new StetError('badRequest', 'A task with this number is under way. Nothing was changed.');
    const controller = new AbortController();
    if (this.#isClosed) controller.abort();
    const { reportProgress, flush } = this.#throttleProgress(taskId);
    const result = work({ signal: controller.signal, reportProgress });
    this.#running.set(taskId, { controller, settled: result.catch(() => undefined) });
    try {
      const value = await result;
      flush();
      return value;
    } catch (error) {
      if (controller.signal.aborted) return null;
      throw error;
    } finally {
      this.#running.delete(taskId);
    }
  }

  /** Cancels a task. Does nothing when the task has ended or never began. */
  cancel(taskId: string): void {
    this.#running.get(taskId)?.controller.abort();
  }

  /**
   * Cancels all tasks, and those that begin later as soon as they do. Resolves once they have settled, or after a timeout when one does
   * not react. Never rejects.
   */
  async cancelAll(): Promise<void> {
    this.#isClosed = true;
    const running = [...this.#running.values()];
    if (running.length === 0) return;
    for (const { controller } of running) controller.abort();
    let cancelTimeout: () => void = () => undefined;
    const timeout = new Promise<void>((resolve) => {
      cancelTimeout = this.platform.schedule(cancelTimeoutMs, resolve);
    });
    await Promise.race([timeout, Promise.all(running.map(({ settled }) => settled))]);
    cancelTimeout();
  }

  /** Emits progress at most once per interval. `flush` emits the last progress that was held back. */
  #throttleProgress(taskId: string): { reportProgress: Task['reportProgress']; flush(): void } {
    const { now, emit } = this.platform;
    let emittedAt = Number.NEGATIVE_INFINITY;
    let pending: AppEvent | null = null;
    const flush = () => {
      if (pending) emit(pending);
      pending = null;
    };
    return {
      flush,
      reportProgress(name, done, total) {
        pending = { type: 'progress', taskId, name, done, total };
        const time = now().getTime();
        if (time - emittedAt < progressIntervalMs) return;
        emittedAt = time;
        flush();
      },
    };
  }
}
