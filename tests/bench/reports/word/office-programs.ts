import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Whether a program can be started. */
export function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Converts files with LibreOffice into a folder; those that it can't open are missing there. */
export function convertFiles(files: readonly string[], format: 'fodt' | 'docx', folder: string): void {
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const args = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', format, '--outdir', folder];
  execFileSync('soffice', [...args, ...files], { stdio: 'ignore', timeout: 600_000 });
}

/** The text of a converted file; null when LibreOffice could not open the original. */
export function readConverted(file: string, folder: string): string | null {
  const path = join(folder, `${basename(file).replace(/\.docx$/, '')}.fodt`);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Reads a file with pandoc as JSON, with all tracked changes and comments; null when pandoc can't read it. */
export function readWithPandoc(file: string): string | null {
  try {
    const args = ['--track-changes=all', '-f', 'docx', '-t', 'json', file];
    return execFileSync('pandoc', args, { encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}
