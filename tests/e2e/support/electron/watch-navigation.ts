import type { ElectronApplication } from '@playwright/test';

interface Attempt {
  url: string;
  prevented: boolean;
}

declare global {
  var stetNavigations: Attempt[] | undefined;
}

/** Notes every attempt to lead the window elsewhere, and whether Stet prevented it. */
export async function watchNavigation(app: ElectronApplication): Promise<() => Promise<Attempt[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const attempts: Attempt[] = [];
    globalThis.stetNavigations = attempts;
    // Called after Stet's own listeners, which were there first.
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('will-frame-navigate', ({ url, defaultPrevented }) =>
        attempts.push({ url, prevented: defaultPrevented }),
      );
  });
  return () => app.evaluate(() => globalThis.stetNavigations ?? []);
}
