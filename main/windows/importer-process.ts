import { app, type WebContents } from 'electron';
import { z } from 'zod';
import { type ImporterJob, importerChannels } from '../../shared/contract/importer-bridge';
import { log } from '../log';
import type { ImporterPage } from './importer-page';

/** A job may take this many idle timeouts in total, even while it makes progress. */
const totalTimeoutFactor = 20;
const memoryCheckIntervalMs = 200;
/** Memory limit of the page's process. */
const maxMemoryKilobytes = 1024 * 1024;

/** Longest part of a reported error, in UTF-16 code units. */
const maxErrorLength = 1_000_000;

const errorPartSchema = z.string().max(maxErrorLength);
/** A `ReportedError`. */
const errorSchema = z.strictObject({
  name: errorPartSchema,
  message: errorPartSchema,
  stack: errorPartSchema,
});

const progressSchema = z.tuple([z.number().nonnegative(), z.number().nonnegative()]);

export interface ImporterRun<T> {
  job: ImporterJob;
  /** Schema of the answer. */
  schema: z.ZodType<T>;
  /** Creates the answer for a job that was stopped; `why` completes "The file …", as in "takes too long to read". */
  answerWhenStopped(why: string): T;
  reportProgress(done: number, total: number): void;
  /** Longest time without progress, in milliseconds. */
  idleTimeoutMs: number;
  signal: AbortSignal;
}

/**
 * Runs one job in a page. The page is closed when it has answered, or has taken too long or too much memory. Rejects when the
 * signal aborts, and when the answer is invalid.
 */
export async function runImporterJob<T>(page: ImporterPage, run: ImporterRun<T>): Promise<T> {
  const { job, answerWhenStopped, idleTimeoutMs, signal } = run;
  const { window } = page;
  const close = () => page.close();
  if (signal.aborted) close();
  signal.addEventListener('abort', close);
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise<T>((resolve, reject) => {
      const stop = (why: string) => resolve(answerWhenStopped(why));
      if (page.isGone) return stop('is not read any more');
      window.on('closed', () => stop('is not read any more'));
      window.webContents.on('render-process-gone', () => stop('makes what reads it crash'));
      const tooLong = setTimeout(() => stop('takes too long to read'), idleTimeoutMs);
      timers.push(
        tooLong,
        setTimeout(() => stop('takes too long to read'), idleTimeoutMs * totalTimeoutFactor),
        setInterval(() => {
          if (measureMemory(window.webContents) > maxMemoryKilobytes) stop('takes too much memory to read');
        }, memoryCheckIntervalMs),
      );
      receiveAnswer(window.webContents, run, () => tooLong.refresh()).then(resolve, reject);
      logFirstError(window.webContents);
      page.start(job);
      // Later, because a destroyed window first fails to load and only then reports that it is closed.
      page.loaded.catch((error) => setImmediate(reject, error));
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', close);
    close();
  }
}

/** Logs the first error that the page reports. The page reads untrusted files, so it must not be able to fill the log. */
function logFirstError({ ipc }: WebContents): void {
  ipc.once(importerChannels.error, (_event, error: unknown) => {
    const parsed = errorSchema.safeParse(error);
    log.error('the importer failed on a file', parsed.success ? parsed.data : null);
  });
}

/** Receives the page's progress and its first answer. Rejects when the answer is invalid. */
function receiveAnswer<T>(
  { ipc }: WebContents,
  { schema, reportProgress }: ImporterRun<T>,
  onProgress: () => void,
): Promise<T> {
  let furthest = 0;
  ipc.on(importerChannels.progress, (_event, ...values: unknown[]) => {
    const parsed = progressSchema.safeParse(values);
    if (!parsed.success) return;
    const [done, total] = parsed.data;
    if (done > furthest) onProgress();
    furthest = Math.max(furthest, done);
    reportProgress(done, total);
  });
  return new Promise((resolve, reject) => {
    ipc.once(importerChannels.answer, (_event, answer: unknown) => {
      const parsed = schema.safeParse(answer);
      if (parsed.success) resolve(parsed.data);
      else reject(parsed.error);
    });
  });
}

/** Memory of a page's process, in kilobytes. */
function measureMemory(contents: WebContents): number {
  const pid = contents.getOSProcessId();
  return app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0;
}
