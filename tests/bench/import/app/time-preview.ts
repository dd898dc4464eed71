import type { Page } from '@playwright/test';
import { pause, startWatchingFrames, stopWatchingFrames } from '../../support/frames-in-page';
import { prepareDrop, timePreviewAfterDrop } from './drop-in-page';
import type { ImportTiming } from './time-import-in-page';

/** How long to wait for a preview. */
const timeoutMs = 20_000;

/** Drops a file on the window after a rest, measures how long its preview takes to appear, and closes it. */
export async function timePreview(
  page: Page,
  name: string,
  bytes: Uint8Array,
  restMs = 0,
): Promise<Omit<ImportTiming, 'answer'>> {
  await page.evaluate(prepareDrop, { name, base64: Buffer.from(bytes).toString('base64') });
  await page.evaluate(startWatchingFrames);
  await page.evaluate(pause, restMs);
  const longestWaitAtRestMs = await page.evaluate(stopWatchingFrames);
  await page.evaluate(startWatchingFrames);
  const durationMs = await page.evaluate(timePreviewAfterDrop, timeoutMs);
  const longestWaitMs = await page.evaluate(stopWatchingFrames);
  if (durationMs === null) throw new Error(`${name}: there is no preview`);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return { durationMs, longestWaitAtRestMs, longestWaitMs };
}
