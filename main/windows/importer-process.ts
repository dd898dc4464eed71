import { app, type Session, type WebContents } from 'electron';
import { z } from 'zod';
import {
  type ImporterJob,
  type ImporterTask,
  importerChannels,
  pieceSize,
} from '../../shared/contract/importer-bridge';
import { built } from '../app-paths';
import { importerPage } from '../page/origin';
import { hiddenWindow } from './hidden-window';

/** Times the patience that a file may take in all, however it gets on. */
const longestFactor = 20;
/** Milliseconds between two looks at the memory. */
const interval = 200;
/** Kilobytes of memory that the page's process may take. */
const mostMemory = 1024 * 1024;

const progressSchema = z.tuple([z.number().nonnegative(), z.number().nonnegative()]);

export interface ImporterWork<T> {
  job: ImporterJob;
  /** Of the answer. */
  schema: z.ZodType<T>;
  /** The answer when the page was ended; `why` is what the file does, as "takes too long to read". */
  stopped(why: string): T;
  progress(done: number, total: number): void;
  /** Milliseconds that may go by without a sign of progress. */
  patience: number;
  signal: AbortSignal;
}

/**
 * One window for one job: sandboxed, without Node, without network, and gone when it has answered, or has taken too long or
 * too much memory. Rejects when the signal aborts, and when the answer is none.
 */
export async function workInImporter<T>(session: Session, work: ImporterWork<T>): Promise<T> {
  const { job, stopped, patience, signal } = work;
  const window = hiddenWindow({ session, preload: built.importerPreload });
  const destroy = () => window.destroy();
  signal.addEventListener('abort', destroy);
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise<T>((resolve, reject) => {
      const stop = (why: string) => resolve(stopped(why));
      window.on('closed', () => stop('is not read any more'));
      window.webContents.on('render-process-gone', () => stop('makes what reads it crash'));
      const tooLong = setTimeout(() => stop('takes too long to read'), patience);
      timers.push(
        tooLong,
        setTimeout(() => stop('takes too long to read'), patience * longestFactor),
        setInterval(() => {
          if (memoryOf(window.webContents) > mostMemory) stop('takes too much memory to read');
        }, interval),
      );
      answerOf(window.webContents, work, () => tooLong.refresh()).then(resolve, reject);
      handOver(window.webContents, job);
      // Later: a window that is destroyed fails to load, too, and only then tells that it is closed.
      window.loadURL(importerPage).catch((error) => setImmediate(reject, error));
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', destroy);
    destroy();
  }
}

/** Hands the page its job, once. */
function handOver({ ipc }: WebContents, { bytes, ...job }: ImporterJob): void {
  ipc.handleOnce(importerChannels.job, (): ImporterTask => ({ ...job, length: bytes.length }));
  ipc.handle(importerChannels.piece, (_event, at: unknown) =>
    // Copied: what is sent would else be the whole of what it is a part of.
    typeof at === 'number' ? bytes.slice(at, at + pieceSize) : null,
  );
}

/** Takes the page's first answer, and until then what it tells of its progress. Rejects when the answer is none. */
function answerOf<T>(
  { ipc }: WebContents,
  { schema, progress }: ImporterWork<T>,
  gotOn: () => void,
): Promise<T> {
  let furthest = 0;
  ipc.on(importerChannels.progress, (_event, ...told: unknown[]) => {
    const parsed = progressSchema.safeParse(told);
    if (!parsed.success) return;
    const [done, total] = parsed.data;
    if (done > furthest) gotOn();
    furthest = Math.max(furthest, done);
    progress(done, total);
  });
  return new Promise((resolve, reject) => {
    ipc.once(importerChannels.answer, (_event, answer: unknown) => {
      const parsed = schema.safeParse(answer);
      if (parsed.success) resolve(parsed.data);
      else reject(parsed.error);
    });
  });
}

/** Kilobytes that the process of a page takes. */
function memoryOf(contents: WebContents): number {
  const pid = contents.getOSProcessId();
  return app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0;
}
