import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { openTestLibrary } from '../libraries/test-library.ts';
import { generateArticle, generateSourcedArticle } from './support/generate-article.ts';
import { median, type Print } from './support/report-metrics.ts';
import {
  selectText,
  startWatchingFrames,
  stopWatchingFrames,
  timeKey,
  timeKeyUntilListed,
  timeOpening,
  timePlainRender,
  timeTyping,
} from './support/time-in-page.ts';

const rounds = 21;
const warmUpRounds = 3;
const findRounds = 3;

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
  return summarize(times);
}

const summarize = (times: readonly number[]): Timing => ({
  medianMs: median(times),
  slowestMs: Math.max(...times),
});

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

/** Words that are typed to find them: frequent ones, a rare one, one of notes and sources, and one that is nowhere. */
const findQueries = [
  'thursday',
  'the council',
  'paragraph 712',
  'asked the office',
  'register 41',
  'zeppelin',
];

/** Measures each key while words are typed into Find, in an article with claims, notes, corrections and sources. */
async function measureFind(page: Page, { title, text }: { title: string; text: string }, print: Print) {
  const baseline = await measureRounds(() => page.evaluate(timePlainRender, text));
  await page.evaluate(timeOpening, title);
  const field = page.getByRole('searchbox', { name: 'Find', exact: true });
  const echoes: number[] = [];
  const results: number[] = [];
  const bestEchoes = new Map<string, number>();
  for (let round = 0; round < findRounds; round += 1)
    for (const query of findQueries) {
      await page.keyboard.press('/');
      await field.fill('');
      for (const [index, letter] of [...query].entries()) {
        const { echoMs, resultsMs } = await page.evaluate(timeTyping, letter);
        echoes.push(echoMs);
        results.push(resultsMs);
        const typed = query.slice(0, index + 1);
        bestEchoes.set(typed, Math.min(echoMs, bestEchoes.get(typed) ?? echoMs));
      }
      await page.keyboard.press('Escape');
    }
  const [slowest] = [...bestEchoes].sort((a, b) => b[1] - a[1]);
  const find = `Find in 50,000 words, 2,000 claims with notes and sources, ${echoes.length} keys`;
  report(print, `${find}, letter painted`, 16, summarize(echoes), baseline);
  print(`  its slowest, best of ${findRounds}: ${slowest?.[1].toFixed(1)} ms (“${slowest?.[0]}”)`);
  report(print, `${find}, all results painted`, 100, summarize(results), baseline);
}

/** Measures opening an article, adding a claim and setting a verdict in the built app. */
export async function run(print: Print): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const typical = generateArticle(1_500, 60);
  const long = generateArticle(50_000, 2_000);
  const huge = generateArticle(500_000, 2_000);
  const sourced = generateSourcedArticle({
    words: 50_000,
    claims: 2_000,
    sources: 300,
    confidentialInterval: 0,
  });
  const library = openTestLibrary(join(userData, 'library'));
  await library.call('settings.change', { reviewer: 'Bench' });
  for (const proposal of [typical, long, huge, sourced]) await library.createArticle(proposal);
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
    await measureFind(page, sourced, print);
    await goToLibrary(page);
    await measureReadingOf(page, huge, print);
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}
