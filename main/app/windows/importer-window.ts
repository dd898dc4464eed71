import { app, type BrowserWindow, type Session, type WebContents } from 'electron';
import { z } from 'zod';
import type { DocumentReader } from '#main/base/document-reader.ts';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import { rejectOnAbort } from '#main/base/tasks.ts';
import {
  type ImporterJob,
  type ImporterTask,
  importerChannels,
  importerChunkBytes,
} from '#shared/contract/importer-bridge.ts';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { documentTextSchema } from '#shared/import/base/document-text.ts';
import { refuseHostile } from '#shared/import/base/problems.ts';
import { readResultSchema } from '#shared/import/base/proposal.ts';
import { packageTextsSchema } from '#shared/reports/confidential/package-texts.ts';
import { wordReportResultSchema } from '#shared/reports/word/word-plan.ts';
import { builtPaths } from '../base/app-paths.ts';
import { log } from '../base/log.ts';
import { importerOrigin, importerPageUrl } from '../base/origin.ts';
import { importerHeaders } from '../page/page-headers.ts';
import { createBundleServer } from '../page/protocol.ts';
import { createHiddenSession } from '../page/security.ts';
import { createHiddenWindow } from './hidden-window.ts';

/** A hidden window for one job: sandboxed, without Node, without network. It can load before its job is known. */
class ImporterPage {
  readonly window: BrowserWindow;
  /** Rejects when the page can't be loaded. */
  readonly loaded: Promise<void>;
  #start: (job: ImporterJob) => void = () => undefined;

  constructor(session: Session) {
    this.window = createHiddenWindow({ session, preload: builtPaths.importerPreload });
    const job = new Promise<ImporterJob>((resolve) => {
      this.#start = resolve;
    });
    const { ipc } = this.window.webContents;
    ipc.handleOnce(importerChannels.job, async (): Promise<ImporterTask> => {
      const { bytes, ...task } = await job;
      const { length } = bytes;
      if (task.kind !== 'wordReport') return { ...task, length };
      return { kind: task.kind, planLength: task.plan.length, length };
    });
    ipc.handle(importerChannels.chunk, async (_event, part: unknown, offset: unknown) => {
      const whole = await job;
      const bytes = part === 'plan' && whole.kind === 'wordReport' ? whole.plan : whole.bytes;
      // A copy, because sending a view would send its whole buffer.
      return typeof offset === 'number' ? bytes.slice(offset, offset + importerChunkBytes) : null;
    });
    this.loaded = this.window.loadURL(importerPageUrl);
    // The one who starts a job hears of it.
    this.loaded.catch(() => undefined);
  }

  /** Whether it was closed, or has crashed, before its job. */
  get isGone(): boolean {
    return this.window.isDestroyed() || this.window.webContents.isCrashed();
  }

  start(job: ImporterJob): void {
    this.#start(job);
  }

  close(): void {
    if (!this.window.isDestroyed()) this.window.destroy();
  }
}

/** A job may take this many idle timeouts in total, even while it makes progress. */
const totalTimeoutFactor = 20;
const memoryCheckIntervalMs = 200;
const maxMemoryKilobytes = 1024 * 1024;

/** Longest part of a reported error, in UTF-16 code units. */
const maxErrorLength = 1_000_000;

const errorPartSchema = z.string().max(maxErrorLength);
const errorSchema = z.strictObject({
  name: errorPartSchema,
  message: errorPartSchema,
  stack: errorPartSchema,
});

const progressSchema = z.tuple([z.number().nonnegative(), z.number().nonnegative()]);

interface ImporterRun<T> {
  job: ImporterJob;
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
async function runImporterJob<T>(page: ImporterPage, run: ImporterRun<T>): Promise<T> {
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

function measureMemory(contents: WebContents): number {
  const pid = contents.getOSProcessId();
  return app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0;
}

/** Idle timeout for files that are read for the first time, in milliseconds. */
const defaultIdleTimeoutMs = 15_000;

const ignoreProgress = () => undefined;

/** Whether a page may have been opened ahead for a job. */
function isPreparedFor({ kind }: ImporterJob): boolean {
  return kind === 'wordReport' || kind === 'packageTexts';
}

/** Creates the reader of untrusted files, which reads one file at a time, each in its own hidden page. */
export function createFileReader(): DocumentReader {
  const queue = createSerialQueue();
  let session: Promise<Session> | null = null;
  const openPage = async () => {
    session ??= createHiddenSession(
      { name: 'importer', origin: importerOrigin },
      createBundleServer(importerOrigin, importerHeaders),
    );
    return new ImporterPage(await session);
  };
  /** Pages that were opened ahead, the oldest first. */
  const prepared: Promise<ImporterPage>[] = [];
  /** A page that was opened ahead for such a job, unless it crashed since. */
  const takePrepared = async (job: ImporterJob) => {
    const page = isPreparedFor(job) ? await prepared.shift()?.catch(() => null) : null;
    if (!page?.isGone) return page ?? null;
    page.close();
    return null;
  };
  const read = <T>(work: ImporterRun<T>) =>
    rejectOnAbort(
      work.signal,
      queue(async () => {
        work.signal.throwIfAborted();
        return runImporterJob((await takePrepared(work.job)) ?? (await openPage()), work);
      }),
    );
  return {
    prepareReader() {
      const page = openPage();
      prepared.push(page);
      const ignoreError = () => undefined;
      page.catch(ignoreError);
      return () => {
        const at = prepared.indexOf(page);
        if (at === -1) return;
        prepared.splice(at, 1);
        page.then((opened) => opened.close(), ignoreError);
      };
    },
    readDocument: ({ name, bytes }, signal, idleTimeoutMs = defaultIdleTimeoutMs) =>
      read({
        job: { kind: 'documentText', origin: createFileOrigin(name), type: null, charset: null, bytes },
        schema: documentTextSchema,
        answerWhenStopped: (why) => ({ state: 'unreadable', why: `The file ${why}.` }),
        reportProgress: ignoreProgress,
        idleTimeoutMs,
        signal,
      }),
    writeWordReport: (job, signal) =>
      read({
        job: { kind: 'wordReport', ...job },
        schema: wordReportResultSchema,
        answerWhenStopped: (why) => ({ ok: false, why }),
        reportProgress: ignoreProgress,
        idleTimeoutMs: defaultIdleTimeoutMs,
        signal,
      }),
    readPackageTexts: (bytes, signal) =>
      read({
        job: { kind: 'packageTexts', bytes },
        schema: packageTextsSchema,
        answerWhenStopped: (why) => ({ state: 'unreadable', why }),
        reportProgress: ignoreProgress,
        idleTimeoutMs: defaultIdleTimeoutMs,
        signal,
      }),
    readDraft: (file, { signal, reportProgress }) =>
      read({
        job: { kind: 'draft', ...file },
        schema: readResultSchema,
        answerWhenStopped: (why) => refuseHostile(file.origin.name, why),
        reportProgress: (done, total) => reportProgress(file.origin.name ?? '', done, total),
        idleTimeoutMs: defaultIdleTimeoutMs,
        signal,
      }),
  };
}
