import type { Platform } from '../core/platform';
import type { BackgroundWork } from '../core/tasks/background-work';
import type { JobRunner } from './job-runner';
import type { ThreadMessage, ThreadWork } from './thread-worker';

/** How long idle threads wait for the next job, in milliseconds: a previewed report is often saved or changed soon. */
const idleTimeoutMs = 60_000;
/** A report is made by one. */
const maxIdle = 1;

/** The result of a function, which may answer with a promise of it. */
type Result<N extends keyof ThreadWork> = Awaited<ReturnType<ThreadWork[N]>>;
/** Calls a function in one thread. */
type Call = <N extends keyof ThreadWork>(work: N, args: Parameters<ThreadWork[N]>) => Promise<Result<N>>;

/** The methods of the platform that threads carry out. */
type ThreadPlatform = Pick<Platform, 'prepareReport' | Extract<keyof ThreadWork, keyof Platform>>;

/**
 * Runs heavy work in threads, so that main keeps answering. Jobs never wait for each other. Idle threads are kept for a while,
 * because a thread's first job is slower than the next ones. In the app a thread is a process (`start-process.ts`).
 */
export class ThreadPool implements ThreadPlatform {
  readonly #idle: JobRunner[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** `start` starts a thread. */
  constructor(private readonly start: () => JobRunner) {}

  makeReport: BackgroundWork['makeReport'] = (job, wanted, signal) =>
    this.#run('makeReport', [job, wanted], signal);

  /** The thread takes the next job meanwhile. */
  prepareReport: BackgroundWork['prepareReport'] = (language) => {
    const worker = this.#take();
    worker.postMessage({ work: 'prepareReport', language });
    this.#keep(worker);
  };

  renderReport: BackgroundWork['renderReport'] = (job, signal) => this.#run('renderReport', [job], signal);

  findQuote: BackgroundWork['findQuote'] = (document, quote, signal) =>
    this.#run('findQuote', [document, quote], signal);

  findPackageLeaks: BackgroundWork['findPackageLeaks'] = (places, terms, signal) =>
    this.#run('findPackageLeaks', [places, terms], signal);

  carryReview: BackgroundWork['carryReview'] = (job, signal) => this.#run('carryReview', [job], signal);

  compareDrafts: BackgroundWork['compareDrafts'] = (before, after, signal) =>
    this.#run('compareDrafts', [before, after], signal);

  countCoverage: BackgroundWork['countCoverage'] = (job, signal) => this.#run('countCoverage', [job], signal);

  verifyLines: BackgroundWork['verifyLines'] = (lines, before, signal) =>
    this.#run('verifyLines', [lines, before], signal);

  /** Ends the idle threads. */
  end(): void {
    clearTimeout(this.#timer);
    for (const worker of this.#idle.splice(0)) worker.end();
  }

  /** Runs one job in a thread. Rejects and ends the thread as soon as the signal aborts. */
  #run<N extends keyof ThreadWork>(
    work: N,
    args: Parameters<ThreadWork[N]>,
    signal: AbortSignal,
  ): Promise<Result<N>> {
    return this.#use(signal, (call) => call(work, args));
  }

  /** Uses a thread for several jobs, one after the other. Rejects and ends the thread as soon as the signal aborts. */
  async #use<T>(signal: AbortSignal, use: (call: Call) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const worker = this.#take();
    const ended = new AbortController();
    const stop = () => worker.end();
    const gone = new Promise<never>((_resolve, reject) => {
      const cancel = () => {
        stop();
        reject(signal.reason);
      };
      signal.addEventListener('abort', cancel, { signal: ended.signal });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(signal.reason ?? new Error(`a thread ended with ${code}`)));
    });
    // Also heard between two jobs, when nothing waits for an answer.
    gone.catch(() => undefined);
    try {
      const result = await use((work, args) => Promise.race([gone, callWorker(worker, work, args)]));
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

  #take(): JobRunner {
    const worker = this.#idle.pop() ?? this.start();
    removeListeners(worker);
    return worker;
  }

  #keep(worker: JobRunner): void {
    removeListeners(worker);
    if (this.#idle.length >= maxIdle) {
      worker.end();
      return;
    }
    this.#idle.push(worker);
    const forget = () => {
      const at = this.#idle.indexOf(worker);
      if (at !== -1) this.#idle.splice(at, 1);
    };
    worker.once('error', forget);
    worker.once('exit', forget);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.end(), idleTimeoutMs).unref();
  }
}

/** Removes our listeners one by one, because Node itself listens to a worker through some events. */
function removeListeners(worker: JobRunner): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** Sends a job to a thread, and resolves to its answer. */
function callWorker<N extends keyof ThreadWork>(
  worker: JobRunner,
  work: N,
  args: Parameters<ThreadWork[N]>,
): Promise<Result<N>> {
  return new Promise((resolve, reject) => {
    const listen = (message: ThreadMessage<Result<N>>) => {
      worker.off('message', listen);
      if ('result' in message) resolve(message.result);
      else reject(message.error);
    };
    worker.on('message', listen);
    worker.postMessage({ work, args });
  });
}
