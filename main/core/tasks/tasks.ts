import type { AppEvent } from '../../../shared/contract/events';
import { StetError } from '../errors/stet-error';
import type { Outside } from '../platform';

/** At least so many milliseconds lie between two words about the progress of one task. */
const pause = 100;
/** How long quitting waits for cancelled tasks, in milliseconds. */
const patience = 2_000;

export interface Task {
  /** Aborts when the task is cancelled. */
  signal: AbortSignal;
  /** How far it is, in bytes or other steps. May be called as often as it likes: the window hears of it now and then. */
  progress(name: string, done: number, total: number): void;
}

interface Running {
  controller: AbortController;
  /** Resolves when nothing of it is at work any more. */
  over: Promise<unknown>;
}

/** The long work that is under way, by the id that the window gave it. */
export class Tasks {
  readonly #running = new Map<string, Running>();

  constructor(private readonly outside: Pick<Outside, 'now' | 'tell' | 'later'>) {}

  /**
   * Does long work. Null when it gave up because it was cancelled; what got to its end all the same tells its result.
   * Rejects as the work does, and with `badRequest` when the id is in use.
   */
  async run<T>(taskId: string, work: (task: Task) => Promise<T>): Promise<T | null> {
    if (this.#running.has(taskId))
      throw new StetError('badRequest', 'A task with this number is under way. Nothing was changed.');
    const controller = new AbortController();
    const { progress, last } = this.#progressOf(taskId);
    const result = work({ signal: controller.signal, progress });
    this.#running.set(taskId, { controller, over: result.catch(() => undefined) });
    try {
      const value = await result;
      last();
      return value;
    } catch (error) {
      if (controller.signal.aborted) return null;
      throw error;
    } finally {
      this.#running.delete(taskId);
    }
  }

  /** Cancels a task. One that is over, or was never begun, is cancelled already. */
  cancel(taskId: string): void {
    this.#running.get(taskId)?.controller.abort();
  }

  /** Calls all off, and resolves once they are over; one that does not notice is not waited for. Never rejects. */
  async cancelAll(): Promise<void> {
    const running = [...this.#running.values()];
    if (running.length === 0) return;
    for (const { controller } of running) controller.abort();
    let callOff: () => void = () => undefined;
    const longEnough = new Promise<void>((resolve) => {
      callOff = this.outside.later(patience, resolve);
    });
    await Promise.race([longEnough, Promise.all(running.map(({ over }) => over))]);
    callOff();
  }

  /** Tells the window at most now and then, but of the last progress in any case. */
  #progressOf(taskId: string): { progress: Task['progress']; last(): void } {
    const { now, tell } = this.outside;
    let toldAt = Number.NEGATIVE_INFINITY;
    let untold: AppEvent | null = null;
    const last = () => {
      if (untold) tell(untold);
      untold = null;
    };
    return {
      last,
      progress(name, done, total) {
        untold = { type: 'progress', taskId, name, done, total };
        const time = now().getTime();
        if (time - toldAt < pause) return;
        toldAt = time;
        last();
      },
    };
  }
}
