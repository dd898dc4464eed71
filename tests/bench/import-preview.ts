import type { Page } from '@playwright/test';
import { holdFile, previewTime } from './import-drop-in-page';
import { idle, longestFrame, watchFrames } from './in-page-frames';

/** Milliseconds after which no preview is waited for. */
const limit = 20_000;

/** Drops a file on the window after `rest` milliseconds: how long until its preview stands. It is closed again. */
export async function previewOnce(page: Page, name: string, bytes: Uint8Array, rest = 0) {
  await page.evaluate(holdFile, { name, base64: Buffer.from(bytes).toString('base64') });
  await page.evaluate(watchFrames);
  await page.evaluate(idle, rest);
  const quiet = await page.evaluate(longestFrame);
  await page.evaluate(watchFrames);
  const took = await page.evaluate(previewTime, limit);
  const longest = await page.evaluate(longestFrame);
  if (took === null) throw new Error(`${name}: there is no preview`);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return { took, quiet, longest };
}
