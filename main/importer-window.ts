import { app, type Session, type WebContents } from 'electron';
import {
  type ImporterJob,
  type ImporterTask,
  importerChannels,
  pieceSize,
} from '../shared/contract/importer-bridge';
import { type DocumentText, documentTextSchema } from '../shared/import/document-text';
import { abortable } from './core/abortable';
import type { Outside } from './core/outside';
import { serialQueue } from './core/storage/serial-queue';
import { hiddenWindow } from './hidden-window';
import { importerOrigin, importerPage } from './origin';
import { importerHeaders } from './page-headers';
import { built } from './places';
import { builtFiles } from './protocol';
import { hiddenSession } from './security';

/** Milliseconds a file may take that nobody knows. */
const usualPatience = 15_000;
/** Milliseconds between two looks at the memory. */
const interval = 200;
/** Kilobytes of memory that the page's process may take. */
const mostMemory = 1024 * 1024;

/**
 * Reads files of untrusted formats, each in a hidden page of its own: sandboxed, without Node, without network, and gone when
 * it has answered, or has taken too long or too much memory. One file at a time.
 */
export function documentReader(): Outside['readDocument'] {
  const queue = serialQueue();
  let session: Promise<Session> | null = null;
  return (file, signal, patience = usualPatience) =>
    abortable(
      signal,
      queue(async () => {
        signal.throwIfAborted();
        session ??= hiddenSession(
          { name: 'importer', origin: importerOrigin },
          builtFiles(importerOrigin, importerHeaders),
        );
        return readIn(await session, { kind: 'documentText', ...file }, { signal, patience });
      }),
    );
}

interface Limits {
  signal: AbortSignal;
  /** In milliseconds. */
  patience: number;
}

/** One window for one job. Whatever ends it, the window is gone then. */
async function readIn(
  session: Session,
  job: ImporterJob,
  { signal, patience }: Limits,
): Promise<DocumentText> {
  const window = hiddenWindow({ session, preload: built.importerPreload });
  const destroy = () => window.destroy();
  signal.addEventListener('abort', destroy);
  const timers: NodeJS.Timeout[] = [];
  try {
    return await new Promise<DocumentText>((resolve, reject) => {
      const stop = (why: string) => resolve({ state: 'unreadable', why });
      window.on('closed', () => stop('The file is not read any more.'));
      window.webContents.on('render-process-gone', () => stop('The file makes what reads it crash.'));
      timers.push(
        setTimeout(() => stop('The file takes too long to read.'), patience),
        setInterval(() => {
          if (memoryOf(window.webContents) > mostMemory) stop('The file takes too much memory to read.');
        }, interval),
      );
      answerOf(window.webContents, job).then(resolve, reject);
      // Later: a window that is destroyed fails to load, too, and only then tells that it is closed.
      window.loadURL(importerPage).catch((error) => setImmediate(reject, error));
    });
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal.removeEventListener('abort', destroy);
    destroy();
  }
}

/** Hands the page its job, once, and takes its first answer. Rejects when that is none. */
function answerOf({ ipc }: WebContents, { bytes, ...job }: ImporterJob): Promise<DocumentText> {
  ipc.handleOnce(importerChannels.job, (): ImporterTask => ({ ...job, length: bytes.length }));
  ipc.handle(importerChannels.piece, (_event, at: unknown) =>
    // Copied: what is sent would else be the whole of what it is a part of.
    typeof at === 'number' ? bytes.slice(at, at + pieceSize) : null,
  );
  return new Promise((resolve, reject) => {
    ipc.once(importerChannels.answer, (_event, answer: unknown) => {
      const parsed = documentTextSchema.safeParse(answer);
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
