import type { ElectronApplication } from '@playwright/test';

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
