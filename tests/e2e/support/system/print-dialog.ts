import type { ElectronApplication } from '@playwright/test';

declare global {
  /** Tells the page that prints what came of it, as Electron does after the system's dialog. */
  var stetPrinted: ((isPrinted: boolean, why: string) => void) | undefined;
  var stetOffered: string[] | undefined;
}

/**
 * Stands in for the system's print dialog, which no program can press: it waits until `answer` is called. Asked for again in
 * the same process, it only forgets what was offered.
 */
export async function standInForPrinter(app: ElectronApplication) {
  await app.evaluate((electron) => {
    const isThere = globalThis.stetOffered !== undefined;
    globalThis.stetOffered = [];
    if (isThere) return;
    electron.app.on('web-contents-created', (_event, contents) => {
      contents.print = (options = {}, done) => {
        globalThis.stetOffered?.push(`${contents.getURL()} ${String(options.pageSize)}`);
        globalThis.stetPrinted = done;
      };
    });
  });
  return {
    offered: () => app.evaluate(() => globalThis.stetOffered),
    pages: () => app.evaluate(({ webContents }) => webContents.getAllWebContents().length),
    answer: (isPrinted: boolean, why: string) =>
      app.evaluate(
        (_electron, args) => {
          globalThis.stetPrinted?.(...args);
          globalThis.stetPrinted = undefined;
        },
        [isPrinted, why] as const,
      ),
    isOpen: () => app.evaluate(() => globalThis.stetPrinted !== undefined),
  };
}
