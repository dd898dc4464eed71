import { app, shell } from 'electron';
import { nanoid } from 'nanoid';
import { built } from './app-paths';
import type { Outside } from './core/platform';
import { fetchPage } from './core/web/fetch-page';
import { systemDialogs } from './dialogs';
import { log } from './log';
import type { Preview } from './page/preview';
import { reportFonts } from './report-fonts';
import { Threads } from './thread/thread';
import { fileReader } from './windows/importer-window';
import type { MainWindow } from './windows/main-window';
import { reportPrinters } from './windows/print-window';

type Told = Pick<Outside, 'themeChanged' | 'closeAnswered'>;

interface Shell {
  window: MainWindow;
  preview: Preview;
}

/** What main/core asks of the world, as Electron and the system give it; the folders to work in are for the caller to say. */
export function electronOutside({ window, preview }: Shell, told: Told): Omit<Outside, 'folder' | 'copies'> {
  const threads = new Threads(built.threadWorker);
  return {
    ...told,
    documents: app.getPath('documents'),
    log,
    now: () => new Date(),
    newId: () => nanoid(),
    later(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    dialogs: systemDialogs(() => window.current),
    openLink: (href) => shell.openExternal(href),
    async openFile(path) {
      const problem = await shell.openPath(path);
      if (problem !== '') throw new Error(problem);
    },
    showInFolder: (path) => shell.showItemInFolder(path),
    ...fileReader(),
    fetchPage: (address, { signal, progress }) =>
      fetchPage(address, {
        userAgent: `Stet/${app.getVersion()}`,
        signal,
        progress: (done, total) => progress('', done, total),
      }),
    makeReport: threads.makeReport,
    findQuote: threads.findQuote,
    findLeaks: threads.findLeaks,
    carryReview: threads.carryReview,
    compareDrafts: threads.compareDrafts,
    ...reportPrinters(),
    servePreview: (html) => preview.serve(html),
    paste: () => window.paste(),
    tell: (event) => window.tell(event),
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      platform: `${process.platform} ${process.arch}`,
    }),
    reportFonts: () => reportFonts,
  };
}
