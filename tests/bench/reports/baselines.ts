import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/** Measures how long writing, syncing and renaming a file of this size takes: the baseline of reports that are text. */
export async function measureWrite(folder: string, bytes: number): Promise<number> {
  const path = join(folder, 'bare');
  const content = Buffer.alloc(bytes, 'x');
  const start = performance.now();
  const file = await open(`${path}.tmp`, 'w');
  await file.writeFile(content);
  await file.datasync();
  await file.close();
  await rename(`${path}.tmp`, path);
  return performance.now() - start;
}

/** Measures how long a plain hidden window takes to load an address and print it: the baseline of a PDF. */
export function measurePrint(app: ElectronApplication, url: string): Promise<number> {
  return app.evaluate(async ({ BrowserWindow }, address) => {
    const start = performance.now();
    const webPreferences = { partition: 'bare', sandbox: true, javascript: false };
    const window = new BrowserWindow({ show: false, webPreferences });
    await window.loadURL(address);
    await window.webContents.printToPDF({ printBackground: true });
    window.destroy();
    return performance.now() - start;
  }, url);
}
