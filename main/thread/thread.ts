import { Worker } from 'node:worker_threads';
import type { Outside } from '../core/platform';
import type { HeavyJob, HeavyWork } from './thread-worker';

/** So many milliseconds a thread waits for the next job: a report that is looked at is soon saved, or changed. */
const patience = 60_000;

/**
 * Does heavy work in threads of their own, so that main goes on answering. No job waits for another; the thread that is
 * over first is kept for a while, as its first job is slower than the ones after it.
 */
export class Threads implements Pick<Outside, keyof HeavyWork> {
  #idle: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `program` is the absolute path of the built `thread-worker`. */
  constructor(private readonly program: string) {}

  makeReport: Outside['makeReport'] = (job, signal) =>
    this.#run({ work: 'makeReport', given: [job] }, signal);

  findQuote: Outside['findQuote'] = (document, quote, signal) =>
    this.#run({ work: 'findQuote', given: [document, quote] }, signal);

  findLeaks: Outside['findLeaks'] = (pages, beside, secrets, signal) =>
    this.#run({ work: 'findLeaks', given: [pages, beside, secrets] }, signal);

  carryReview: Outside['carryReview'] = (job, signal) =>
    this.#run({ work: 'carryReview', given: [job] }, signal);

  compareDrafts: Outside['compareDrafts'] = (before, after, signal) =>
    this.#run({ work: 'compareDrafts', given: [before, after] }, signal);

  /** Ends the thread that waits for work. */
  end(): void {
    clearTimeout(this.#timer);
    void this.#idle?.terminate();
    this.#idle = null;
  }

  /** Rejects, and ends the thread, as soon as the signal aborts. */
  async #run<N extends keyof HeavyWork>(
    job: HeavyJob & { work: N },
    signal: AbortSignal,
  ): Promise<ReturnType<HeavyWork[N]>> {
    signal.throwIfAborted();
    const worker = this.#take();
    const ended = new AbortController();
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { signal: ended.signal });
    try {
      const result = await new Promise<ReturnType<HeavyWork[N]>>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', (code) => reject(signal.reason ?? new Error(`a thread ended with ${code}`)));
        worker.postMessage(job);
      });
      // One that is being ended would never answer again.
      if (!signal.aborted) this.#keep(worker);
      return result;
    } catch (error) {
      stop();
      throw error;
    } finally {
      ended.abort();
    }
  }

  #take(): Worker {
    const worker = this.#idle ?? new Worker(this.program);
    this.#idle = null;
    clearTimeout(this.#timer);
    return worker;
  }

  #keep(worker: Worker): void {
    // Never all at once: a worker hears its own thread through some of them.
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    // The one that waits already is as good; two jobs at once are rare.
    if (this.#idle) {
      void worker.terminate();
      return;
    }
    this.#idle = worker;
    worker.once('error', () => this.#idle === worker && this.end());
    this.#timer = setTimeout(() => this.end(), patience).unref();
  }
}
