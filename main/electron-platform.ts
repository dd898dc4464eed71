import { app, shell } from 'electron';
import { nanoid } from 'nanoid';
import { builtPaths } from './app-paths';
import type { Platform } from './core/platform';
import type { PlatformBase } from './core/running-core';
import { fetchPage } from './core/web/fetch-page';
import { createSystemDialogs } from './dialogs/system-dialogs';
import { log } from './log';
import type { Preview } from './page/preview';
import { reportFonts } from './report-fonts';
import { ThreadPool } from './thread/thread';
import { createFileReader } from './windows/importer-window';
import type { MainWindow } from './windows/main-window';
import { createReportPrinters } from './windows/print-window';

type PlatformCallbacks = Pick<Platform, 'applyTheme' | 'answerClosing' | 'reopen' | 'continueIn'>;

interface Shell {
  window: MainWindow;
  preview: Preview;
}

/** Implements the platform of main/core with Electron and the system; the caller chooses the folders. */
export function createElectronPlatform(
  { window, preview }: Shell,
  callbacks: PlatformCallbacks,
): PlatformBase {
  const threads = new ThreadPool(builtPaths.threadWorker);
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
      const problem = await shell.openPath(path);
      if (problem !== '') throw new Error(problem);
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    ...createFileReader(),
    fetchPage: (address, { signal, reportProgress }) =>
      fetchPage(address, {
        userAgent: `Stet/${app.getVersion()}`,
        signal,
        reportProgress: (done, total) => reportProgress('', done, total),
      }),
    makeReport: threads.makeReport,
    findQuote: threads.findQuote,
    findLeaks: threads.findLeaks,
    carryReview: threads.carryReview,
    compareDrafts: threads.compareDrafts,
    verifyLines: threads.verifyLines,
    findFlippedBits: threads.findFlippedBits,
    ...createReportPrinters(),
    servePreview: (html) => preview.serve(html),
    paste: () => window.paste(),
    emit: (event) => window.send(event),
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      platform: `${process.platform} ${process.arch}`,
    }),
    reportFonts: () => reportFonts,
  };
}
