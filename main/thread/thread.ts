import { Worker } from 'node:worker_threads';
import type { Platform } from '../core/platform';
import type { ThreadJob, ThreadMessage, ThreadWork } from './thread-worker';

/** How long an idle thread waits for the next job, in milliseconds: a previewed report is often saved or changed soon. */
const idleTimeoutMs = 60_000;

/**
 * Runs heavy work in threads, so that main keeps answering. Jobs never wait for each other. One idle thread is kept for a
 * while, because a thread's first job is slower than the next ones.
 */
export class ThreadPool implements Pick<Platform, keyof ThreadWork> {
  #idle: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `program` is the absolute path of the built `thread-worker`. */
  constructor(private readonly program: string) {}

  makeReport: Platform['makeReport'] = (job, signal) =>
    this.#run({ work: 'makeReport', args: [job] }, signal);

  findQuote: Platform['findQuote'] = (document, quote, signal) =>
    this.#run({ work: 'findQuote', args: [document, quote] }, signal);

  findLeaks: Platform['findLeaks'] = (pages, properties, terms, signal) =>
    this.#run({ work: 'findLeaks', args: [pages, properties, terms] }, signal);

  carryReview: Platform['carryReview'] = (job, signal) =>
    this.#run({ work: 'carryReview', args: [job] }, signal);

  compareDrafts: Platform['compareDrafts'] = (before, after, signal) =>
    this.#run({ work: 'compareDrafts', args: [before, after] }, signal);

  verifyLines: Platform['verifyLines'] = (lines, before, signal) =>
    this.#run({ work: 'verifyLines', args: [lines, before] }, signal);

  findFlippedBits: Platform['findFlippedBits'] = (search, task) =>
    this.#run(
      { work: 'findFlippedBits', args: [search] },
      task?.signal ?? new AbortController().signal,
      (done, total) => task?.reportProgress('', done, total),
    );

  /** Ends the idle thread. */
  end(): void {
    clearTimeout(this.#timer);
    void this.#idle?.terminate();
    this.#idle = null;
  }

  /** Rejects and ends the thread as soon as the signal aborts. */
  async #run<N extends keyof ThreadWork>(
    job: ThreadJob & { work: N },
    signal: AbortSignal,
    reportProgress: (done: number, total: number) => void = () => undefined,
  ): Promise<ReturnType<ThreadWork[N]>> {
    signal.throwIfAborted();
    const worker = this.#take();
    const ended = new AbortController();
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { signal: ended.signal });
    try {
      const result = await new Promise<ReturnType<ThreadWork[N]>>((resolve, reject) => {
        worker.on('message', (message: ThreadMessage<ReturnType<ThreadWork[N]>>) => {
          if ('result' in message) resolve(message.result);
          else reportProgress(message.done, message.total);
        });
        worker.once('error', reject);
        worker.once('exit', (code) => reject(signal.reason ?? new Error(`a thread ended with ${code}`)));
        worker.postMessage(job);
      });
      // A thread that is being terminated would never answer again.
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
    // One by one, because Node itself listens to a worker through some events.
    for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
    // Two jobs at once are rare, so one idle thread is enough.
    if (this.#idle) {
      void worker.terminate();
      return;
    }
    this.#idle = worker;
    worker.once('error', () => this.#idle === worker && this.end());
    this.#timer = setTimeout(() => this.end(), idleTimeoutMs).unref();
  }
}
