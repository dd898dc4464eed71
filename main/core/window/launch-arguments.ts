import { statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

const screenshotFlag = '--screenshot=';

/** The file that a picture of the sample shall be saved in, or null when none is wanted. */
export function screenshotArgument(argv: readonly string[]): string | null {
  const flag = argv.findLast((argument) => argument.startsWith(screenshotFlag));
  const file = flag?.slice(screenshotFlag.length);
  return file ? file : null;
}

interface Started {
  /** The folder in which the command was typed. */
  folder: string;
  /** The app's own folder: what lies in it is never an article. */
  appPath: string;
  isFile?: (path: string) => boolean;
}

/**
 * The articles named on the command line, as absolute paths. Where they stand differs by how Electron was started, so every
 * argument that is a file outside the app counts; the program itself is never one.
 */
export function fileArguments(
  argv: readonly string[],
  { folder, appPath, isFile = isRegularFile }: Started,
): string[] {
  return argv
    .slice(1)
    .filter((argument) => argument !== '' && !argument.startsWith('-'))
    .map((argument) => resolve(folder, argument))
    .filter((path) => !isInside(appPath, path) && isFile(path));
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

function isRegularFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
