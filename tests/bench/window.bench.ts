import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { openTestLibrary } from '../libraries/test-library';
import { startWatchingFrames, stopWatchingFrames } from './support/frames-in-page';
import { generateArticle } from './support/generate-article';
import { median } from './support/measure';
import type { Print } from './support/report-metrics';
import {
  selectText,
  timeKey,
  timeKeyUntilListed,
  timeOpening,
  timePlainRender,
} from './support/time-in-page';

const rounds = 21;
const warmUpRounds = 3;

interface Timing {
  medianMs: number;
  slowestMs: number;
}

async function measureRounds(measure: (round: number) => Promise<number>): Promise<Timing> {
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUpRounds; round += 1) {
    const durationMs = await measure(round);
    if (round >= warmUpRounds) times.push(durationMs);
  }
  return { medianMs: median(times), slowestMs: Math.max(...times) };
}

async function goToLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('heading', { name: 'Library' }).waitFor();
  await page.getByRole('button', { name: 'Rename' }).first().waitFor();
}

/** Prints a time, its bound, and its ratio to rendering the same text as plain paragraphs. */
function report(print: Print, what: string, maxMs: number, timing: Timing, baseline: Timing): void {
  const { medianMs, slowestMs } = timing;
  print(
    `${what}: ${medianMs.toFixed(1)} ms (slowest ${slowestMs.toFixed(1)}), at most ${maxMs}; ` +
      `${(medianMs / baseline.medianMs).toFixed(2)} x rendering the text as plain paragraphs (${baseline.medianMs.toFixed(1)} ms)`,
  );
}

/** Measures the longest frame while an article is read, with what is found on the screen, and scrolled. */
async function measureReadingOf(page: Page, { title }: { title: string }, print: Print): Promise<void> {
  const openMs = await page.evaluate(timeOpening, title);
  await page.getByRole('tab', { name: /^Reading/ }).click();
  await page.evaluate(startWatchingFrames);
  await page.mouse.move(640, 400);
  for (let step = 0; step < 20; step += 1) {
    await page.mouse.wheel(0, 3_000);
    await page.waitForTimeout(500);
  }
  const longestMs = await page.evaluate(stopWatchingFrames);
  print(
    `500,000 words, read and scrolled with the reading shown: longest frame ${longestMs.toFixed(0)} ms, at most 100; ` +
      `${(longestMs / openMs).toFixed(2)} x opening it (${openMs.toFixed(0)} ms)`,
  );
}

/** Measures opening an article, adding a claim and setting a verdict in the built app. */
export async function run(print: Print): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const typical = generateArticle(1_500, 60);
  const long = generateArticle(50_000, 2_000);
  const huge = generateArticle(500_000, 2_000);
  const library = openTestLibrary(join(userData, 'library'));
  await library.call('settings.change', { reviewer: 'Bench' });
  for (const proposal of [typical, long, huge]) await library.createArticle(proposal);
  await library.core.close();
  const app = await _electron.launch({
    executablePath: process.env.STET_ELECTRON ?? '',
    args: [process.cwd(), '--no-sandbox', `--user-data-dir=${userData}`],
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: typical.title }).waitFor();

    const typicalBaseline = await measureRounds(() => page.evaluate(timePlainRender, typical.text));
    const opening = await measureRounds(async () => {
      const durationMs = await page.evaluate(timeOpening, typical.title);
      await goToLibrary(page);
      return durationMs;
    });
    report(print, 'Opening 1,500 words with 60 claims, click to painted', 50, opening, typicalBaseline);

    const longBaseline = await measureRounds(() => page.evaluate(timePlainRender, long.text));
    await page.evaluate(timeOpening, long.title);
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 3_000);
    const adding = await measureRounds(async (round) => {
      await page.evaluate(selectText, round);
      return page.evaluate(timeKey, 'c');
    });
    report(print, 'Adding a claim in 50,000 words with 2,000 claims', 16, adding, longBaseline);
    await page.mouse.wheel(0, 3_000);
    const listing = await measureRounds(async (round) => {
      await page.evaluate(selectText, round);
      return page.evaluate(timeKeyUntilListed, 'c');
    });
    report(print, 'The same until the list shows it', 100, listing, longBaseline);
    const verdict = await measureRounds((round) => page.evaluate(timeKey, round % 2 ? 'v' : 'd'));
    report(print, 'Setting a verdict there', 16, verdict, longBaseline);

    await goToLibrary(page);
    await measureReadingOf(page, huge, print);
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}
