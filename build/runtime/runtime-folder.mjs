import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** The runtime unpacked in a folder, or null. Every Electron folder has its version in a file. */
export function runtimeIn(path, kind, platform = process.platform) {
  const folder = resolve(path);
  const executable = join(folder, executables[platform] ?? 'electron');
  if (!existsSync(executable)) return null;
  return { executable, folder, kind, version: versionIn(folder) };
}

function versionIn(folder) {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return 'of unknown version';
  }
}
