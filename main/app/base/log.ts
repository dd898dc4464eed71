import { join } from 'node:path';
import { app } from 'electron';
import { once } from '#main/base/once.ts';
import { createRedactedLog } from '#main/base/redacted-log.ts';
import type { Log } from '#main/base/system.ts';
import { workerName } from './job-runner.ts';
import { importerOrigin } from './origin.ts';

/** Loaded with the first error, because most starts log none. */
const loadLogger = once(async () => {
  // The build for plain Node, because the one for Electron opens channels to every window.
  const { default: logger } = await import('electron-log/node');
  logger.transports.console.level = false;
  logger.transports.file.level = 'error';
  logger.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'main.log');
  logger.transports.file.writeOptions = { flag: 'a', encoding: 'utf8', mode: 0o600 };
  return logger;
});

/** Writes errors to userData/logs/main.log and nowhere else, without anything confidential. */
export const log: Log = createRedactedLog(
  (entry) =>
    void loadLogger().then(
      (logger) => logger.error(entry),
      // Nobody listens to a log that can't be loaded, and reporting it would be logged as well.
      () => undefined,
    ),
  [app.getAppPath(), importerOrigin],
);

/** Keeps the app running after an uncaught error: every acknowledged change is already on the disk. */
export function logErrors(): void {
  process.on('uncaughtException', (error) => log.error('an error was not caught', error));
  process.on('unhandledRejection', (reason) =>
    log.error('a promise was rejected and nobody listened', reason),
  );
  app.on('child-process-gone', (_event, { name, type, reason, exitCode }) => {
    // Main ends its workers itself; a job that loses its worker fails, which is logged.
    const isEnded = name === workerName && reason === 'killed';
    if (!isEnded) log.error(`a child process is gone: ${type}, ${reason}, ${exitCode}`);
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) =>
    log.error(`the page is gone: ${reason}, ${exitCode}`),
  );
}
