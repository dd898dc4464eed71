import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app, type BrowserWindow } from 'electron';
import type { MainWindow } from './main-window';

/** So many milliseconds the sample has to appear. */
const patience = 20_000;

/** For a picture alone: nothing of the reviewer's is read or written, and a Stet that runs is not in the way. */
export function moveToTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'stet-screenshot-'));
  app.setPath('userData', folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

// The session storage is opened here, or Chromium opens it at its very end and makes the folder anew.
const isPainted = `sessionStorage.length, document.fonts.ready.then(() => document.querySelector('article mark') !== null)`;

/** Opens the sample, saves a picture of the window as PNG, and quits; with exit code 1 when there is nothing to see. */
export async function takeScreenshot(window: MainWindow, file: string): Promise<void> {
  const page = window.current;
  window.tell({ type: 'menu', command: 'sample' });
  const code =
    page && (await appears(page))
      ? await save(window, page, file)
      : fail('The sample did not appear within 20 seconds.');
  app.exit(code);
}

async function appears(page: BrowserWindow): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(100)) {
    if (page.isDestroyed()) return false;
    if (await page.webContents.executeJavaScript(isPainted).catch(() => false)) return true;
  }
  return false;
}

async function save(window: MainWindow, page: BrowserWindow, file: string): Promise<number> {
  // The fourth claim is a disputed one: its card shows a note, a correction and evidence.
  for (let claim = 0; claim < 4; claim += 1) window.tell({ type: 'menu', command: 'nextClaim' });
  // One more moment for what follows the first paint.
  await sleep(500);
  const picture = await page.webContents.capturePage();
  if (picture.isEmpty()) return fail('The window could not be painted.');
  try {
    await writeFile(file, picture.toPNG());
    return 0;
  } catch (error) {
    return fail(`The picture could not be saved: ${String(error)}`);
  }
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}
