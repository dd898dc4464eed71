import { chmodSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

declare global {
  var stetOpenedLinks: string[] | undefined;
}

/** Records links instead of opening them in the browser. The returned function reads the record. */
export async function watchOpenedLinks(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const links: string[] = [];
    globalThis.stetOpenedLinks = links;
    shell.openExternal = async (url) => {
      links.push(url);
    };
  });
  return () => app.evaluate(() => globalThis.stetOpenedLinks ?? []);
}

declare global {
  /** Reports the outcome to the page that prints, as Electron does after the system's dialog. */
  var stetFinishPrinting: ((isPrinted: boolean, reason: string) => void) | undefined;
  var stetPrintJobs: string[] | undefined;
}

/**
 * Replaces the system's print dialog, which no program can press, by one that stays open until `answer` is called. A second
 * call in the same process only clears the list of jobs.
 */
export async function replacePrintDialog(app: ElectronApplication) {
  await app.evaluate((electron) => {
    const isReplaced = globalThis.stetPrintJobs !== undefined;
    globalThis.stetPrintJobs = [];
    if (isReplaced) return;
    electron.app.on('web-contents-created', (_event, contents) => {
      contents.print = (options = {}, done) => {
        globalThis.stetPrintJobs?.push(`${contents.getURL()} ${String(options.pageSize)}`);
        globalThis.stetFinishPrinting = done;
      };
    });
  });
  return {
    /** The address and paper size of each page for which the dialog was opened. */
    readJobs: () => app.evaluate(() => globalThis.stetPrintJobs),
    countPages: () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length),
    answer: (isPrinted: boolean, reason: string) =>
      app.evaluate(
        (_electron, args) => {
          globalThis.stetFinishPrinting?.(...args);
          globalThis.stetFinishPrinting = undefined;
        },
        [isPrinted, reason] as const,
      ),
    isOpen: () => app.evaluate(() => globalThis.stetFinishPrinting !== undefined),
  };
}

/** A file that the app asked the system to open, or to show in its folder. */
interface ShownFile {
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
