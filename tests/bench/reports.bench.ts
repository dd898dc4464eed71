import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { z } from 'zod';
import { defaultReportChoices, type ReportFormat } from '../../shared/domain/report-options';
import { callMain } from '../e2e/support/page/call-main';
import { answerDialogs } from '../e2e/support/system/dialogs';
import { pause, stopWatchingFrames, timeTask, startWatchingFrames } from './support/frames-in-page';
import { generateSourcedArticle } from './support/generate-sourced-article';
import { median } from './support/measure';
import { timeOpening } from './support/time-in-page';

type Print = (line: string) => void;

interface Size {
  words: number;
  claims: number;
  sources: number;
  /** How often each report is made. With several rounds, one more warms up. */
  rounds: Record<'text' | 'pdf', number>;
  /** The longest accepted median, in milliseconds. */
  bounds: Record<'text' | 'pdf', number>;
  /** The longest accepted frame of the window meanwhile, in milliseconds; null when there is no limit. */
  maxFrame: number | null;
}

const sizes: Size[] = [
  {
    ...{ words: 10_000, claims: 300, sources: 60 },
    rounds: { text: 11, pdf: 5 },
    bounds: { text: 300, pdf: 3_000 },
    maxFrame: null,
  },
  {
    ...{ words: 300_000, claims: 10_000, sources: 2_000 },
    rounds: { text: 5, pdf: 1 },
    bounds: { text: 5_000, pdf: 5_000 },
    maxFrame: 100,
  },
];

const extensions: Record<ReportFormat, string> = { html: 'html', pdf: 'pdf', markdown: 'md', json: 'json' };

/** A report that takes longer is cancelled. */
const timeoutMs = 60_000;

/** Every tenth source is confidential. */
const confidentialInterval = 10;

const cancelled = z.object({ ok: z.literal(true), value: z.null() });
const exported = z.object({ ok: z.literal(true), value: z.object({ fileName: z.string() }) });

interface Bench {
  app: ElectronApplication;
  page: Page;
  folder: string;
  print: Print;
}

/** Measures how long writing, syncing and renaming a file of this size takes: the baseline of reports that are text. */
async function measureWrite(folder: string, bytes: number): Promise<number> {
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
function measurePrint(app: ElectronApplication, url: string): Promise<number> {
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

interface Times {
  took: number[];
  baseline: number[];
  frames: number[];
  bytes: number;
}

/** Exports through the window's own bridge, and measures the baseline after each export. Null after a timeout. */
async function measureExports(
  { app, page, folder }: Bench,
  articleId: string,
  format: ReportFormat,
  rounds: number,
) {
  const path = join(folder, `report.${extensions[format]}`);
  const html = pathToFileURL(join(folder, 'report.html')).href;
  const times: Times = { took: [], baseline: [], frames: [], bytes: 0 };
  const choices = { ...defaultReportChoices, format };
  await answerDialogs(app, { save: path });
  for (let round = rounds > 1 ? -1 : 0; round < rounds; round += 1) {
    await page.evaluate(startWatchingFrames);
    const input = { taskId: `bench-${round + 1}`, articleId, choices };
    const { took, answer } = await page.evaluate(timeTask, {
      name: 'report.export',
      input,
      limit: timeoutMs,
    });
    const frame = await page.evaluate(stopWatchingFrames);
    if (cancelled.safeParse(answer).success) return null;
    if (!exported.safeParse(answer).success) throw new Error(`not exported: ${JSON.stringify(answer)}`);
    times.bytes = statSync(path).size;
    const baseline =
      format === 'pdf' ? await measurePrint(app, html) : await measureWrite(folder, times.bytes);
    if (round < 0) continue;
    times.took.push(took);
    times.frames.push(frame);
    times.baseline.push(baseline);
  }
  return times;
}

const labels: Record<ReportFormat, string> = { html: 'HTML', pdf: 'PDF', markdown: 'Markdown', json: 'JSON' };

function printRow({ print }: Bench, format: ReportFormat, measured: Times | null, size: Size) {
  const bound = size.bounds[format === 'pdf' ? 'pdf' : 'text'];
  if (!measured) {
    print(`  ${labels[format].padEnd(9)} cancelled after ${timeoutMs} ms (at most ${bound})`);
    return;
  }
  const { took, baseline, frames, bytes } = measured;
  const [middle, slowest] = [median(took), Math.max(...took)];
  const beside =
    format === 'pdf' ? 'a bare page printing the same HTML' : 'writing and syncing as many bytes';
  const times = `${(middle / median(baseline)).toFixed(1)} x ${beside} (${median(baseline).toFixed(0)} ms)`;
  const frame = `longest frame ${Math.max(...frames).toFixed(0)} ms${size.maxFrame === null ? '' : ` (at most ${size.maxFrame})`}`;
  print(
    `  ${labels[format].padEnd(9)} ${(bytes / 1e6).toFixed(2).padStart(6)} MB ${middle.toFixed(0).padStart(7)} ms (slowest ${slowest.toFixed(0)}, at most ${bound}); ${times}; ${frame}`,
  );
}

/** Measures the time from the key that opens the dialog until it shows the preview, and the longest frame. */
async function measurePreview({ page, print }: Bench, size: Size): Promise<void> {
  await page.evaluate(startWatchingFrames);
  const start = performance.now();
  await page.keyboard.press('Control+e');
  await page.frameLocator('iframe').locator('footer').waitFor({ timeout: 60_000 });
  const took = performance.now() - start;
  const frame = await page.evaluate(stopWatchingFrames);
  await page.keyboard.press('Escape');
  print(
    `  preview of HTML, Ctrl+E to shown: ${took.toFixed(0)} ms; longest frame ${frame.toFixed(0)} ms${size.maxFrame === null ? '' : ` (at most ${size.maxFrame})`}`,
  );
}

async function measureReports(bench: Bench, size: Size, confidential: number): Promise<void> {
  const { page, print } = bench;
  const proposal = generateSourcedArticle({ ...size, confidential });
  const { articleId } = await callMain(page, 'article.create', proposal);
  // Without the last article, the reload shows the library.
  await page.evaluate(() => localStorage.removeItem('last-article'));
  await page.reload();
  await page.getByRole('button', { name: proposal.title }).waitFor();
  await page.evaluate(timeOpening, proposal.title);
  await page.evaluate(startWatchingFrames);
  await page.evaluate(pause, 1_000);
  const quiet = await page.evaluate(stopWatchingFrames);
  print(
    `${size.claims} claims in ${size.words} words, ${size.sources} sources, ${confidential > 0 ? 'one in ten' : 'none'} confidential (longest frame while idle ${quiet.toFixed(0)} ms)`,
  );
  for (const format of ['html', 'markdown', 'json'] as const)
    printRow(bench, format, await measureExports(bench, articleId, format, size.rounds.text), size);
  await measurePreview(bench, size);
  // Printing thousands of pages takes minutes: once is enough to know.
  if (size.rounds.pdf > 1 || confidential === 0)
    printRow(bench, 'pdf', await measureExports(bench, articleId, 'pdf', size.rounds.pdf), size);
  await page.getByRole('button', { name: 'Library' }).click();
}

/**
 * Measures reports of small and large checks in the built app, from the window's call until the file is written. Each is
 * compared with the time that the disk or Chromium alone takes for the same.
 */
export async function run(print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const app = await _electron.launch({
    executablePath: process.env.STET_ELECTRON ?? '',
    args: [process.cwd(), '--no-sandbox', `--user-data-dir=${join(folder, 'user')}`],
  });
  try {
    const page = await app.firstWindow();
    const bench = { app, page, folder, print };
    await callMain(page, 'settings.change', { reviewer: 'Bench' });
    print(`an empty page printed bare: ${(await measureEmptyPrint(app)).toFixed(0)} ms`);
    for (const size of sizes)
      for (const confidential of [confidentialInterval, 0]) await measureReports(bench, size, confidential);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Measures printing an empty page: the median of five. */
async function measureEmptyPrint(app: ElectronApplication): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push(await measurePrint(app, 'about:blank'));
  return median(times);
}
