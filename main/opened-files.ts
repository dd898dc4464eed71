import { app } from 'electron';
import type { WaitingFile } from '../shared/contract/import-commands';
import { fileArguments } from './core/window/launch-arguments';
import type { MainWindow } from './windows/main-window';

/**
 * Tells the page of articles that the system hands over: on the command line, by a second start of Stet, or on macOS from
 * the Finder. Before the app is ready, so that nothing is missed.
 */
export function passOnFiles(window: MainWindow, waits: (path: string) => WaitingFile): void {
  const pass = (path: string) => window.tell({ type: 'fileOpened', file: waits(path) });
  const started = (argv: string[], folder: string) =>
    fileArguments(argv, { folder, appPath: app.getAppPath() }).forEach(pass);

  started(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, folder) => {
    window.focus();
    started(argv, folder);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    pass(path);
  });
}
