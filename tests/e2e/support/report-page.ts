import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';

/** A report opened from the disk in a browser of its own, as its reader would, with scripts allowed. */
export async function openReport(
  path: string,
): Promise<{ page: Page; requests: string[]; close: () => Promise<void> }> {
  const { chromiumFlags, findChromium } = await import('../../../build/chromium.mjs');
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium on this machine: run npm run setup');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, requests, close: () => browser.close() };
}
