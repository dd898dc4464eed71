import type { ElectronApplication } from '@playwright/test';

/** A file that was handed to the system. */
export interface ShownFile {
  path: string;
  shown: 'file' | 'folder';
}

declare global {
  var stetShown: ShownFile[] | undefined;
}

/** From now on the system starts no program and shows no folder; the function that tells what it was asked to show. */
export async function watchShownFiles(app: ElectronApplication): Promise<() => Promise<ShownFile[]>> {
  await app.evaluate(({ shell }) => {
    const files: ShownFile[] = [];
    globalThis.stetShown = files;
    shell.openPath = async (path) => {
      files.push({ path, shown: 'file' });
      return '';
    };
    shell.showItemInFolder = (path) => {
      files.push({ path, shown: 'folder' });
    };
  });
  return () => app.evaluate(() => globalThis.stetShown ?? []);
}
