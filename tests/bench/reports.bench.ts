import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { defaultClaimReviewSettings } from '#shared/domain/settings/settings.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { openTestLibrary } from '../libraries/test-library.ts';
import { startApp } from './import/built-app.ts';
import { checkSpreadsheets } from './reports/check-spreadsheets.ts';
import {
  formatFrame,
  type MeasuredArticle,
  measureExports,
  measurePrint,
  measureRatio,
  printExports,
  type ReportBench,
  type ReportKind,
  reportKinds,
  watchMainMemory,
} from './reports/measure-exports.ts';
import { addClaims, importAsWord, toPlainText } from './reports/word-articles.ts';
import { generateSourcedArticle } from './support/generate-article.ts';
import { median, type Print } from './support/report-metrics.ts';
import {
  pause,
  startWatchingFrames,
  stopWatchingFrames,
  timeOpening,
  timePreview,
} from './support/time-in-page.ts';

interface Size {
  words: number;
  claims: number;
  sources: number;
  /** How often each report is exported. */
  rounds: Record<'text' | 'pdf', number>;
  /** The largest accepted median, in milliseconds. */
  bounds: Record<ReportKind['bound'], number>;
  /** The longest accepted frame of the window meanwhile, in milliseconds; null when there is no limit. */
  maxFrameMs: number | null;
}

const sizes: Size[] = [
  {
    words: 10_000,
    claims: 300,
    sources: 60,
    rounds: { text: 11, pdf: 5 },
    bounds: { text: 300, xlsx: 500, word: 1_000, pdf: 3_000 },
    maxFrameMs: null,
  },
  {
    words: 300_000,
    claims: 10_000,
    sources: 2_000,
    rounds: { text: 5, pdf: 1 },
    bounds: { text: 5_000, xlsx: 5_000, word: 5_000, pdf: 5_000 },
    maxFrameMs: 100,
  },
];

/**
 * Measures reports of small and large checks in the built app, from the window's call until the file is written. Each is
 * compared with the time that the disk, Chromium or the `docx` package alone takes for the same. The articles are imported as Word
 * files, so that a Word report can be written into them.
 */
export async function run(print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  mkdirSync(join(folder, 'exported'));
  try {
    const articles = await storeArticles(folder);
    await measureArticles(folder, articles, print);
    await checkSpreadsheets(print);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureArticles(
  folder: string,
  articles: readonly StoredArticle[],
  print: Print,
): Promise<void> {
  const app = await startApp(join(folder, 'user'));
  try {
    const page = await app.firstWindow();
    const bench = { app, page, folder, print };
    print(`printing an empty page: ${(await measureEmptyPrint(app)).toFixed(0)} ms`);
    for (const article of articles) await measureReports(bench, article);
    for (const size of sizes) await measureRatios(bench, size, articles);
  } finally {
    await app.close();
  }
}

/** Measures printing an empty page: the median of five. */
async function measureEmptyPrint(app: ElectronApplication): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) times.push(await measurePrint(app, 'about:blank'));
  return median(times);
}

interface StoredArticle extends MeasuredArticle {
  size: Size;
  confidentialInterval: number;
}

/** Imports the articles by the app, and then puts the claims into its library. */
async function storeArticles(folder: string): Promise<StoredArticle[]> {
  const stored: (StoredArticle & { proposal: DraftProposal })[] = [];
  const app = await startApp(join(folder, 'user'));
  try {
    const page = await app.firstWindow();
    const publisher = { organization: 'Bench', url: 'https://news.example' };
    const claimReview = { ...defaultClaimReviewSettings, ...publisher };
    await page.evaluate((settings) => window.stet.call('settings.change', settings), { claimReview });
    // Once with every tenth source confidential, and once with none.
    for (const size of sizes)
      for (const confidentialInterval of [10, 0]) {
        const proposal = generateSourcedArticle({ ...size, confidentialInterval });
        const articleId = await importAsWord(page, proposal);
        stored.push({ articleId, text: toPlainText(proposal), size, confidentialInterval, proposal });
      }
  } finally {
    await app.close();
  }
  const library = openTestLibrary(join(folder, 'user', 'library'));
  await library.call('settings.change', { reviewer: 'Bench' });
  for (const { articleId, proposal } of stored) await addClaims(library, articleId, proposal);
  await library.core.close();
  return stored;
}

/** The largest accepted ratio of an export with confidential sources to the same one without. */
const maxRatio = 1.2;

/** Measures how much longer each export takes with confidential sources than without. */
async function measureRatios(
  bench: ReportBench,
  size: Size,
  articles: readonly StoredArticle[],
): Promise<void> {
  const [searched, plain] = articles.filter((article) => article.size === size);
  if (!searched || !plain) throw new Error('each size is stored twice');
  for (const kind of reportKinds) {
    const rounds = size.rounds[kind.bound === 'pdf' ? 'pdf' : 'text'];
    // Printing thousands of pages takes minutes, beside which the search is nothing.
    if (kind.bound === 'pdf' && rounds === 1) continue;
    const ratio = await measureRatio(bench, [searched, plain], kind, rounds);
    bench.print(
      `${size.claims} claims as ${kind.label}: ${
        typeof ratio === 'string'
          ? ratio
          : `${ratio.toFixed(2)} x as long with confidential sources (at most ${maxRatio})`
      }`,
    );
  }
}

async function measureReports(bench: ReportBench, article: StoredArticle): Promise<void> {
  const { page, print } = bench;
  const { text, size, confidentialInterval } = article;
  // Without the last article, the reload shows the library.
  await page.evaluate(() => localStorage.removeItem('last-article'));
  await page.reload();
  await page.getByRole('button', { name: text.title }).waitFor();
  await page.evaluate(timeOpening, text.title);
  await page.evaluate(startWatchingFrames);
  await page.evaluate(pause, 1_000);
  const idleFrameMs = await page.evaluate(stopWatchingFrames);
  const restMb = (await watchMainMemory(bench.app))();
  print(
    `${size.claims} claims in ${size.words} words, ${size.sources} sources, ${confidentialInterval > 0 ? 'one in ten' : 'none'} confidential (while idle: longest frame ${idleFrameMs.toFixed(0)} ms, main ${restMb?.toFixed(0) ?? '?'} MB)`,
  );
  await measurePreview(bench, size);
  for (const kind of reportKinds) {
    const rounds = size.rounds[kind.bound === 'pdf' ? 'pdf' : 'text'];
    // Printing thousands of pages takes minutes: once is enough.
    if (kind.bound === 'pdf' && rounds === 1 && confidentialInterval > 0) continue;
    const times = await measureExports(bench, article, kind, rounds);
    printExports(print, kind, times, { durationMs: size.bounds[kind.bound], maxFrameMs: size.maxFrameMs });
  }
  await page.getByRole('button', { name: 'Library' }).click();
}

/** Measures the time from the key that opens the dialog until it shows the beginning of the preview and the whole, and the longest frame. */
async function measurePreview({ page, print }: ReportBench, { maxFrameMs }: Size): Promise<void> {
  await page.evaluate(startWatchingFrames);
  const timed = page.evaluate(timePreview);
  const start = performance.now();
  await page.keyboard.press('Control+e');
  const shownMs = await timed;
  await page.locator('section[aria-label="Preview"][aria-busy="false"]').waitFor({ timeout: 60_000 });
  await page.frameLocator('iframe').locator('footer').waitFor({ timeout: 60_000 });
  const wholeMs = performance.now() - start;
  const longestFrameMs = await page.evaluate(stopWatchingFrames);
  await page.keyboard.press('Escape');
  print(
    `  preview of HTML, Ctrl+E to shown: ${shownMs.toFixed(0)} ms, to the whole report: ${wholeMs.toFixed(0)} ms; ${formatFrame(longestFrameMs, maxFrameMs)}`,
  );
}
