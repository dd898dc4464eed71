import { app } from 'electron';
import type { AppEvent } from '../shared/contract/events';
import { readArticleFile } from './core/article-file';
import { fileArgument } from './core/launch-arguments';
import { problemEvent } from './core/problem-event';
import { log } from './log';
import type { MainWindow } from './main-window';

/**
 * Tells the page of articles that the system hands over: on the command line, by a second start of Stet, or on macOS from
 * the Finder. Before the app is ready, so that nothing is missed.
 */
export function passOnFiles(window: MainWindow): void {
  const pass = async (path: string | null) => {
    if (path !== null) window.tell(await asEvent(path));
  };
  const started = (argv: string[], folder: string) =>
    pass(fileArgument(argv, { folder, appPath: app.getAppPath() }));

  void started(process.argv, process.cwd());
  app.on('second-instance', (_event, argv, folder) => {
    window.focus();
    void started(argv, folder);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void pass(path);
  });
}

async function asEvent(path: string): Promise<AppEvent> {
  try {
    return { type: 'fileOpened', file: await readArticleFile(path) };
  } catch (error) {
    return problemEvent(error, 'The file can’t be read.', log);
  }
}
