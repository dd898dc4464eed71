import { app } from 'electron';
import { listFileArguments } from './core/window/launch-arguments';
import type { MainWindow } from './windows/main-window';

/**
 * Opens articles that the system opens: by the command line, by a second start of Stet, or on macOS by the
 * Finder. Must run before the app is ready, so that nothing is missed.
 */
export function listenToOpenedFiles(window: MainWindow, openFile: (path: string) => void): void {
  const openArguments = (argv: string[], folder: string) =>
    listFileArguments(argv, { folder, appPath: app.getAppPath() }).forEach(openFile);

  openArguments(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, folder) => {
    window.focus();
    openArguments(argv, folder);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFile(path);
  });
}
