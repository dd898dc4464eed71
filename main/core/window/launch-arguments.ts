import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

const screenshotFlag = '--screenshot=';

/** The file for the picture that `--screenshot=` requests, or null. */
export function getScreenshotPath(argv: readonly string[]): string | null {
  const flag = argv.findLast((argument) => argument.startsWith(screenshotFlag));
  const file = flag?.slice(screenshotFlag.length);
  return file ? file : null;
}

interface LaunchContext {
  /** The working directory of the command. */
  folder: string;
  /** The app's own folder. A file in it is never an article. */
  appPath: string;
  isFile?: (path: string) => boolean;
}

/**
 * The articles named on the command line, as absolute paths. Their position depends on how Electron was started, so every
 * argument that is a file outside the app's folder counts, except the program itself.
 */
export function listFileArguments(
  argv: readonly string[],
  { folder, appPath, isFile = isRegularFile }: LaunchContext,
): string[] {
  return argv
    .slice(1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => resolve(folder, argument))
    .filter((path) => !isInside(appPath, path) && isFile(path));
}

function isInside(folder: string, path: string): boolean {
  const relativePath = relative(folder, path);
  return relativePath === '' || (!relativePath.startsWith('..') && !isAbsolute(relativePath));
}

function isRegularFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
