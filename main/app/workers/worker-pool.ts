import type { BackgroundWork } from '#main/core/ports/background-work.ts';
import type { Platform } from '#main/core/ports/platform.ts';
import type { PoolMessage, PoolWork } from '#main/worker/pool-worker.ts';
import type { JobRunner } from '../base/job-runner.ts';

/** How long an idle worker waits for the next job, in milliseconds: a previewed report is often saved or changed soon. */
const idleTimeoutMs = 60_000;

/** The result of a function, which may answer with a promise of it. */
type Result<N extends keyof PoolWork> = Awaited<ReturnType<PoolWork[N]>>;

/** The methods of the platform that workers carry out. */
type PoolPlatform = Pick<Platform, 'prepareReport' | Extract<keyof PoolWork, keyof Platform>>;

/**
 * Runs heavy work in workers, so that main keeps answering. Jobs never wait for each other. One idle worker is kept for a while,
 * because a worker's first job is slower than the next ones.
 */
export class WorkerPool implements PoolPlatform {
  #idle: JobRunner | null = null;
  #timer: NodeJS.Timeout | undefined;

  readonly #start: () => JobRunner;

  /** `start` starts a worker. */
  constructor(start: () => JobRunner) {
    this.#start = start;
  }

  makeReport: BackgroundWork['makeReport'] = (job, wanted, signal) =>
    this.#run('makeReport', [job, wanted], signal);

  /** The worker takes the next job meanwhile. */
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

  /** Ends the idle worker. */
  end(): void {
    clearTimeout(this.#timer);
    this.#idle?.end();
    this.#idle = null;
  }

  /** Runs one job in a worker. Rejects and ends the worker as soon as the signal aborts. */
  async #run<N extends keyof PoolWork>(
    work: N,
    args: Parameters<PoolWork[N]>,
    signal: AbortSignal,
  ): Promise<Result<N>> {
    signal.throwIfAborted();
    const worker = this.#take();
    const ended = new AbortController();
    const gone = new Promise<never>((_resolve, reject) => {
      const cancel = () => {
        worker.end();
        reject(signal.reason);
      };
      signal.addEventListener('abort', cancel, { signal: ended.signal });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(signal.reason ?? new Error(`a worker ended with ${code}`)));
    });
    try {
      const result = await Promise.race([gone, callWorker(worker, work, args)]);
      // A worker that is being terminated would never answer again.
      if (!signal.aborted) this.#keep(worker);
      return result;
    } catch (error) {
      worker.end();
      throw error;
    } finally {
      ended.abort();
    }
  }

  #take(): JobRunner {
    const worker = this.#idle ?? this.#start();
    this.#idle = null;
    removeListeners(worker);
    return worker;
  }

  #keep(worker: JobRunner): void {
    removeListeners(worker);
    if (this.#idle) {
      worker.end();
      return;
    }
    this.#idle = worker;
    const forget = () => {
      if (this.#idle === worker) this.#idle = null;
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

/** Sends a job to a worker, and resolves to its answer. */
function callWorker<N extends keyof PoolWork>(
  worker: JobRunner,
  work: N,
  args: Parameters<PoolWork[N]>,
): Promise<Result<N>> {
  return new Promise((resolve, reject) => {
    const listen = (message: PoolMessage<Result<N>>) => {
      worker.off('message', listen);
      if ('result' in message) resolve(message.result);
      else reject(message.error);
    };
    worker.on('message', listen);
    worker.postMessage({ work, args });
  });
}
