import type { BrowserWindow, Session } from 'electron';
import {
  type ImporterJob,
  type ImporterTask,
  importerChannels,
  importerChunkBytes,
} from '../../shared/contract/importer-bridge';
import { builtPaths } from '../app-paths';
import { importerPageUrl } from '../page/origin';
import { createHiddenWindow } from './hidden-window';

/** A hidden window for one job: sandboxed, without Node, without network. It can load before its job is known. */
export class ImporterPage {
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

  /** Sends the page its job, once. */
  start(job: ImporterJob): void {
    this.#start(job);
  }

  close(): void {
    if (!this.window.isDestroyed()) this.window.destroy();
  }
}
