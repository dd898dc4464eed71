import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app, type BrowserWindow } from 'electron';
import type { MainWindow } from './main-window.ts';

/** How long to wait for the sample, and for the words worth checking in it, in milliseconds. */
const appearTimeoutMs = 20_000;
const spottingTimeoutMs = 5_000;

/** Uses an empty user-data folder, so that taking a picture touches no library and no running Stet. */
export function moveUserDataToTemporaryFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), 'stet-screenshot-'));
  app.setPath('userData', folder);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

// Opens the session storage now; otherwise Chromium opens it while quitting and creates the folder again.
const isPainted = `sessionStorage.length, document.fonts.ready.then(() => document.querySelector('article mark') !== null)`;

const isSpotted = `(CSS.highlights.get('spotted')?.size ?? 0) > 0`;

/** Opens the sample, saves a picture of the window as PNG, and quits; with exit code 1 when the sample does not appear. */
export async function takeScreenshot(window: MainWindow, file: string): Promise<void> {
  const page = window.current;
  window.send({ type: 'menu', command: 'sample' });
  const code =
    page && (await waitUntil(page, isPainted, appearTimeoutMs))
      ? await savePicture(window, page, file)
      : fail('The sample did not appear within 20 seconds.');
  app.exit(code);
}

/** Waits until an expression is true in the page; false when it is not within the time. */
async function waitUntil(page: BrowserWindow, expression: string, timeoutMs: number): Promise<boolean> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await sleep(100)) {
    if (page.isDestroyed()) return false;
    if (await page.webContents.executeJavaScript(expression).catch(() => false)) return true;
  }
  return false;
}

async function savePicture(window: MainWindow, page: BrowserWindow, file: string): Promise<number> {
  // The fourth claim is disputed: its card shows a note, a correction and evidence.
  for (let claim = 0; claim < 4; claim += 1) window.send({ type: 'menu', command: 'nextClaim' });
  // The picture shows them, and is worth taking without them.
  await waitUntil(page, isSpotted, spottingTimeoutMs);
  // Wait for the frames after the first paint.
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
