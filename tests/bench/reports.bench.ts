import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { type ReportFormat, reportFormats } from '../../shared/domain/report-options';
import { openTestLibrary } from '../libraries/test-library';
import { measurePrint } from './reports/baselines';
import { type ExportTimes, measureExports, type ReportBench, timeoutMs } from './reports/measure-exports';
import { pause, startWatchingFrames, stopWatchingFrames } from './support/frames-in-page';
import { generateSourcedArticle } from './support/generate-sourced-article';
import { median } from './support/measure';
import type { Print } from './support/report-metrics';
import { timeOpening } from './support/time-in-page';

interface Size {
  words: number;
  claims: number;
  sources: number;
  /** How often each report is exported. */
  rounds: Record<'text' | 'pdf', number>;
  /** The largest accepted median, in milliseconds. */
  bounds: Record<'text' | 'pdf', number>;
  /** The longest accepted frame of the window meanwhile, in milliseconds; null when there is no limit. */
  maxFrameMs: number | null;
}

const sizes: Size[] = [
  {
    ...{ words: 10_000, claims: 300, sources: 60 },
    rounds: { text: 11, pdf: 5 },
    bounds: { text: 300, pdf: 3_000 },
    maxFrameMs: null,
  },
  {
    ...{ words: 300_000, claims: 10_000, sources: 2_000 },
    rounds: { text: 5, pdf: 1 },
    bounds: { text: 5_000, pdf: 5_000 },
    maxFrameMs: 100,
  },
];

const labels: Record<ReportFormat, string> = {
  ...{
    html: 'HTML',
    pdf: 'PDF',
    markdown: 'Markdown',
    json: 'JSON',
    docx: 'Word',
    xlsx: 'Excel',
    csv: 'CSV',
  },
  ...{ webAnnotation: 'Web Annotation', claimReview: 'ClaimReview' },
};

/**
 * Measures reports of small and large checks in the built app, from the window's call until the file is written. Each is
 * compared with the time that the disk or Chromium alone takes for the same.
 */
export async function run(print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const articles = await storeArticles(join(folder, 'user', 'library'));
  const app = await _electron.launch({
    executablePath: process.env.STET_ELECTRON ?? '',
    args: [process.cwd(), '--no-sandbox', `--user-data-dir=${join(folder, 'user')}`],
  });
  try {
    const page = await app.firstWindow();
    const bench = { app, page, folder, print };
    print(`printing an empty page: ${(await measureEmptyPrint(app)).toFixed(0)} ms`);
    const medians = new Map<string, number>();
    for (const article of articles) await measureReports(bench, article, medians);
    printRatios(print, medians);
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

interface StoredArticle {
  articleId: string;
  title: string;
  size: Size;
  confidentialInterval: number;
}

/** Puts the articles into the library before the app starts. */
async function storeArticles(libraryFolder: string): Promise<StoredArticle[]> {
  const { call, createArticle, core } = openTestLibrary(libraryFolder);
  await call('settings.change', { reviewer: 'Bench' });
  const articles: StoredArticle[] = [];
  // Once with every tenth source confidential, and once with none.
  for (const size of sizes)
    for (const confidentialInterval of [10, 0]) {
      const proposal = generateSourcedArticle({ ...size, confidentialInterval });
      const { articleId } = await createArticle(proposal);
      articles.push({ articleId, title: proposal.title, size, confidentialInterval });
    }
  await core.close();
  return articles;
}

/** The largest accepted ratio of an export with confidential sources to the same one without. */
const maxRatio = 1.5;

function createKey({ claims }: Size, format: ReportFormat, confidentialInterval: number): string {
  return `${claims} ${format} ${confidentialInterval > 0}`;
}

/** Prints how much longer each export takes with confidential sources than without, in the same run. */
function printRatios(print: Print, medians: ReadonlyMap<string, number>): void {
  for (const size of sizes)
    for (const format of reportFormats) {
      const [plain, searched] = [0, 1].map((interval) => medians.get(createKey(size, format, interval)));
      if (plain !== undefined && searched !== undefined)
        print(
          `${size.claims} claims as ${labels[format]}: ${(searched / plain).toFixed(2)} x as long with confidential sources (at most ${maxRatio})`,
        );
    }
}

async function measureReports(
  bench: ReportBench,
  article: StoredArticle,
  medians: Map<string, number>,
): Promise<void> {
  const { page, print } = bench;
  const { articleId, title, size, confidentialInterval } = article;
  // Without the last article, the reload shows the library.
  await page.evaluate(() => localStorage.removeItem('last-article'));
  await page.reload();
  await page.getByRole('button', { name: title }).waitFor();
  await page.evaluate(timeOpening, title);
  await page.evaluate(startWatchingFrames);
  await page.evaluate(pause, 1_000);
  const idleFrameMs = await page.evaluate(stopWatchingFrames);
  print(
    `${size.claims} claims in ${size.words} words, ${size.sources} sources, ${confidentialInterval > 0 ? 'one in ten' : 'none'} confidential (longest frame while idle ${idleFrameMs.toFixed(0)} ms)`,
  );
  const measure = async (format: ReportFormat, rounds: number) => {
    const times = await measureExports(bench, articleId, format, rounds);
    if (times) medians.set(createKey(size, format, confidentialInterval), median(times.durationsMs));
    printRow(bench, format, times, size);
  };
  for (const format of ['html', 'markdown', 'json'] as const) await measure(format, size.rounds.text);
  await measurePreview(bench, size);
  // Printing thousands of pages takes minutes: once is enough.
  if (size.rounds.pdf > 1 || confidentialInterval === 0) await measure('pdf', size.rounds.pdf);
  await page.getByRole('button', { name: 'Library' }).click();
}

/** Measures the time from the key that opens the dialog until it shows the preview, and the longest frame. */
async function measurePreview({ page, print }: ReportBench, size: Size): Promise<void> {
  await page.evaluate(startWatchingFrames);
  const start = performance.now();
  await page.keyboard.press('Control+e');
  await page.frameLocator('iframe').locator('footer').waitFor({ timeout: 60_000 });
  const durationMs = performance.now() - start;
  const longestFrameMs = await page.evaluate(stopWatchingFrames);
  await page.keyboard.press('Escape');
  print(
    `  preview of HTML, Ctrl+E to shown: ${durationMs.toFixed(0)} ms; ${formatFrame(longestFrameMs, size)}`,
  );
}

function printRow({ print }: ReportBench, format: ReportFormat, times: ExportTimes | null, size: Size): void {
  const label = labels[format].padEnd(9);
  const bound = size.bounds[format === 'pdf' ? 'pdf' : 'text'];
  if (!times) {
    print(`  ${label} cancelled after ${timeoutMs} ms (at most ${bound})`);
    return;
  }
  const { durationsMs, baselinesMs, longestFramesMs, bytes } = times;
  const megabytes = (bytes / 1e6).toFixed(2).padStart(6);
  const durationMs = median(durationsMs);
  const slowest = Math.max(...durationsMs).toFixed(0);
  const baselineMs = median(baselinesMs);
  const baseline = format === 'pdf' ? 'printing the same HTML' : 'writing and syncing as many bytes';
  const ratio = `${(durationMs / baselineMs).toFixed(1)} x ${baseline} (${baselineMs.toFixed(0)} ms)`;
  print(
    `  ${label} ${megabytes} MB ${durationMs.toFixed(0).padStart(7)} ms (slowest ${slowest}, at most ${bound}); ${ratio}; ${formatFrame(Math.max(...longestFramesMs), size)}`,
  );
}

function formatFrame(longestFrameMs: number, { maxFrameMs }: Size): string {
  return `longest frame ${longestFrameMs.toFixed(0)} ms${maxFrameMs === null ? '' : ` (at most ${maxFrameMs})`}`;
}
