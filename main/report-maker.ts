import { Worker } from 'node:worker_threads';
import type { MadeReport, ReportJob } from '../shared/reports/make-report';
import { built } from './places';

/** Builds a report in a thread of its own, which ends with it, or as soon as the signal aborts. */
export async function makeReportApart(job: ReportJob, signal: AbortSignal): Promise<MadeReport> {
  signal.throwIfAborted();
  const worker = new Worker(built.reportWorker, { workerData: job });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop);
  try {
    return await new Promise<MadeReport>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(signal.reason ?? new Error(`the thread ended with ${code}`)));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}
