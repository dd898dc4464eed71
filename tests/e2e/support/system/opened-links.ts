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
