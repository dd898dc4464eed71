import { app, shell, utilityProcess } from 'electron';
import { nanoid } from 'nanoid';
import { once } from '../base/once.ts';
import type { PlatformBase } from '../core/core.ts';
import type { WindowShell } from '../core/ports/window-shell.ts';
import { builtPaths } from './base/app-paths.ts';
import { type JobRunner, workerName } from './base/job-runner.ts';
import { log } from './base/log.ts';
import { xdgOpen } from './base/xdg-open.ts';
import { createSystemDialogs } from './dialogs/system-dialogs.ts';
import type { Preview } from './page/preview.ts';
import type { MainWindow } from './windows/main-window.ts';
import { SearchWorkerClient } from './workers/search-worker-client.ts';
import { WorkerPool } from './workers/worker-pool.ts';

/**
 * Starts a process of its own, so that what a job holds is no memory of main's, and is given back when the process ends. `program` is the
 * absolute path of the built `pool-worker` or `search-worker`, `options` are options of V8.
 */
function startProcess(program: string, options: string[] = []): JobRunner {
  const child = utilityProcess.fork(program, [], { serviceName: workerName, execArgv: options });
  return Object.assign(child, { end: () => void child.kill() });
}

type PlatformCallbacks = Pick<WindowShell, 'applySettings' | 'answerClosing' | 'reopen'>;

/** The most that the index of the library may take, in megabytes. `maxIndexedLength` keeps it below that. */
const maxSearchHeapMb = 200;

interface Shell {
  window: MainWindow;
  preview: Preview;
}

/**
 * Implements the platform of main/core with Electron and the system; the caller chooses the folders. Parts that a
 * start does not need are loaded when they are first used.
 */
export function createElectronPlatform(
  { window, preview }: Shell,
  callbacks: PlatformCallbacks,
): PlatformBase {
  const workers = new WorkerPool(() => startProcess(builtPaths.poolWorker));
  const reader = once(async () => (await import('./windows/importer-window.ts')).createFileReader());
  const printers = once(async () => (await import('./windows/print-window.ts')).createReportPrinters());
  return {
    ...callbacks,
    documentsFolder: app.getPath('documents'),
    log,
    now: () => new Date(),
    newId: () => nanoid(),
    schedule(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    dialogs: createSystemDialogs(() => window.current),
    openLink: (href) => shell.openExternal(href),
    async openFile(path) {
      if (process.platform === 'linux') return xdgOpen(path, process.env);
      const problem = await shell.openPath(path);
      if (problem !== '') throw new Error(problem);
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    prepareReader() {
      // Without the reader, the reading itself fails and says so.
      const prepared = reader().then(
        ({ prepareReader }) => prepareReader(),
        () => () => undefined,
      );
      return () => void prepared.then((end) => end());
    },
    readDocument: async (...args) => (await reader()).readDocument(...args),
    readDraft: async (...args) => (await reader()).readDraft(...args),
    readPackageTexts: async (...args) => (await reader()).readPackageTexts(...args),
    writeWordReport: async (...args) => (await reader()).writeWordReport(...args),
    async fetchPage(address, { signal, reportProgress }) {
      const { fetchPage } = await import('../core/web/fetch-page.ts');
      return fetchPage(address, {
        userAgent: `Stet/${app.getVersion()}`,
        signal,
        reportProgress: (done, total) => reportProgress('', done, total),
      });
    },
    ...workers,
    startSearch: () =>
      new SearchWorkerClient(
        startProcess(builtPaths.searchWorker, [`--max-old-space-size=${maxSearchHeapMb}`]),
      ),
    printPdf: async (...args) => (await printers()).printPdf(...args),
    printOnPaper: async (...args) => (await printers()).printOnPaper(...args),
    servePreview: (html) => preview.replace(html),
    paste: () => window.paste(),
    emit: (event) => window.send(event),
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      platform: `${process.platform} ${process.arch}`,
    }),
    reportFonts: async () => (await import('./base/report-fonts.ts')).reportFonts,
  };
}
