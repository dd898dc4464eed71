import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';

interface OpenedReport {
  page: Page;
  /** The address of every request, beginning with the file's own. */
  requests: string[];
  close(): Promise<void>;
}

/** Opens a report from the disk in a separate browser with scripts enabled, as a reader would. */
export async function openReport(path: string): Promise<OpenedReport> {
  const { chromiumFlags, findChromium } = await import('#build/machine/chromium.mjs');
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium on this machine: run npm run setup');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(path).href);
  return { page, requests, close: () => browser.close() };
}
