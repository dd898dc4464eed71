import { Worker } from 'node:worker_threads';
import type { MadeReport, ReportJob } from '../shared/reports/make-report';
import { built } from './places';

/** So many milliseconds a thread waits for the next report: one that is looked at first is soon saved, or changed. */
const patience = 60_000;

/** Builds reports in a thread of their own, which is kept for a while: the first report is slower than the ones after it. */
export class ReportMaker {
  #idle: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** Rejects, and ends the thread, as soon as the signal aborts. */
  async make(job: ReportJob, signal: AbortSignal): Promise<MadeReport> {
    signal.throwIfAborted();
    const worker = this.#take();
    const ended = new AbortController();
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { signal: ended.signal });
    try {
      const made = await new Promise<MadeReport>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', (code) =>
          reject(signal.reason ?? new Error(`the thread that makes reports ended with ${code}`)),
        );
        worker.postMessage(job);
      });
      this.#keep(worker);
      return made;
    } catch (error) {
      stop();
      throw error;
    } finally {
      ended.abort();
    }
  }

  #take(): Worker {
    const worker = this.#idle ?? new Worker(built.reportWorker);
    this.#idle = null;
    clearTimeout(this.#timer);
    return worker;
  }

  #keep(worker: Worker): void {
    worker.removeAllListeners();
    // The one that waits already is as good; two reports at once are rare.
    if (this.#idle) {
      void worker.terminate();
      return;
    }
    this.#idle = worker;
    const end = () => {
      if (this.#idle === worker) this.#idle = null;
      void worker.terminate();
    };
    worker.once('error', end);
    this.#timer = setTimeout(end, patience).unref();
  }
}
