import { app, shell } from 'electron';
import { nanoid } from 'nanoid';
import type { Outside } from './core/outside';
import { systemDialogs } from './dialogs';
import { log } from './log';
import type { MainWindow } from './main-window';
import { libraryFolder } from './places';
import { reportFonts } from './report-fonts';

type Told = Pick<Outside, 'themeChanged' | 'closeAnswered'>;

/** What main/core asks of the world, as Electron and the system give it. */
export function electronOutside(window: MainWindow, told: Told): Outside {
  return {
    ...told,
    folder: libraryFolder(),
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
    about: () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      platform: `${process.platform} ${process.arch}`,
    }),
    reportFonts: () => reportFonts,
  };
}
