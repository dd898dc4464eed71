import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/** A file that the app asked the system to open, or to show in its folder. */
export interface ShownFile {
  path: string;
  shownAs: 'file' | 'folder';
}

declare global {
  var stetShownFiles: { file: ShownFile; at: number }[] | undefined;
}

/**
 * Records files instead of opening them in other programs. On Linux the app runs `xdg-open`, so another program of that name comes
 * before it, which records the file and ends with `exitCode`. The returned function reads the record.
 */
export async function watchShownFiles(
  app: ElectronApplication,
  { exitCode = 0 } = {},
): Promise<() => Promise<ShownFile[]>> {
  const programs = mkdtempSync(join(tmpdir(), 'stet-programs-'));
  const opened = mkdtempSync(join(tmpdir(), 'stet-opened-'));
  const program = join(programs, 'xdg-open');
  writeFileSync(program, `#!/bin/sh\nprintf %s "$1" > "${opened}/$(date +%s%N)"\nexit ${exitCode}\n`);
  chmodSync(program, 0o755);
  await app.evaluate(
    ({ shell }, { programs, exitCode }) => {
      const shown: { file: ShownFile; at: number }[] = [];
      globalThis.stetShownFiles = shown;
      process.env.PATH = `${programs}:${process.env.PATH}`;
      shell.openPath = async (path) => {
        shown.push({ file: { path, shownAs: 'file' }, at: Date.now() });
        return exitCode === 0 ? '' : 'there is no program';
      };
      shell.showItemInFolder = (path) => {
        shown.push({ file: { path, shownAs: 'folder' }, at: Date.now() });
      };
    },
    { programs, exitCode },
  );
  return async () => {
    const shown = await app.evaluate(() => globalThis.stetShownFiles ?? []);
    const byProgram = readdirSync(opened).map((name) => {
      const file = { path: readFileSync(join(opened, name), 'utf8'), shownAs: 'file' as const };
      return { file, at: Number(name) / 1e6 };
    });
    return [...shown, ...byProgram].sort((a, b) => a.at - b.at).map(({ file }) => file);
  };
}
