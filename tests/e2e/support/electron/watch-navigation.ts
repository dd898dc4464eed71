import type { ElectronApplication } from '@playwright/test';

interface NavigationAttempt {
  url: string;
  prevented: boolean;
}

declare global {
  var stetNavigations: NavigationAttempt[] | undefined;
}

/**
 * Records every attempt to navigate the window to another page, and whether Stet prevented it. The returned function reads
 * the attempts.
 */
export async function watchNavigation(app: ElectronApplication): Promise<() => Promise<NavigationAttempt[]>> {
  await app.evaluate(({ BrowserWindow }) => {
    const attempts: NavigationAttempt[] = [];
    globalThis.stetNavigations = attempts;
    // Called after Stet's own listeners, which were added first.
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('will-frame-navigate', ({ url, defaultPrevented }) =>
        attempts.push({ url, prevented: defaultPrevented }),
      );
  });
  return () => app.evaluate(() => globalThis.stetNavigations ?? []);
}
