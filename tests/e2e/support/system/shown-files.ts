import type { ElectronApplication } from '@playwright/test';

/** A file that the app asked the system to open, or to show in its folder. */
export interface ShownFile {
  path: string;
  shownAs: 'file' | 'folder';
}

declare global {
  var stetShownFiles: ShownFile[] | undefined;
}

/** Records files instead of opening them in other programs. The returned function reads the record. */
export async function watchShownFiles(app: ElectronApplication): Promise<() => Promise<ShownFile[]>> {
  await app.evaluate(({ shell }) => {
    const files: ShownFile[] = [];
    globalThis.stetShownFiles = files;
    shell.openPath = async (path) => {
      files.push({ path, shownAs: 'file' });
      return '';
    };
    shell.showItemInFolder = (path) => {
      files.push({ path, shownAs: 'folder' });
    };
  });
  return () => app.evaluate(() => globalThis.stetShownFiles ?? []);
}
