import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { generateArticle } from './support/generate-article';
import { timePlainRender, timeKey, timeOpening, selectText } from './support/time-in-page';
import { median } from './support/measure';

const rounds = 21;
const warmUp = 3;

/** The middle time of the rounds, in milliseconds, and the slowest. */
async function timed(
  measure: (round: number) => Promise<number>,
): Promise<{ middle: number; slowest: number }> {
  const times: number[] = [];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const took = await measure(round);
    if (round >= warmUp) times.push(took);
  }
  return { middle: median(times), slowest: Math.max(...times) };
}

async function backToLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Library' }).click();
  await page.getByRole('heading', { name: 'Library' }).waitFor();
  await page.getByRole('button', { name: 'Rename' }).first().waitFor();
}

/** Opening, marking and judging in the built app, in the Electron at hand; beside it the same words painted bare. */
export async function run(print: (line: string) => void): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const app = await _electron.launch({
    executablePath: process.env.STET_ELECTRON ?? '',
    args: [process.cwd(), '--no-sandbox', `--user-data-dir=${userData}`],
  });
  const line = (what: string, bound: number, took: { middle: number; slowest: number }, yardstick: number) =>
    print(
      `${what}: ${took.middle.toFixed(1)} ms (slowest ${took.slowest.toFixed(1)}), at most ${bound}; ` +
        `${(took.middle / yardstick).toFixed(2)} of painting the same words bare (${yardstick.toFixed(1)} ms)`,
    );
  try {
    const page = await app.firstWindow();
    const typical = generateArticle(1_500, 60);
    const long = generateArticle(50_000, 2_000);
    await page.evaluate(
      async ([first, second]) => {
        await window.stet.call('settings.change', { reviewer: 'Bench' });
        await window.stet.call('article.create', first);
        await window.stet.call('article.create', second);
      },
      [typical, long],
    );
    await page.reload();
    await page.getByRole('button', { name: typical.title }).waitFor();

    const bareTypical = await timed(() => page.evaluate(timePlainRender, typical.text));
    const opening = await timed(async () => {
      const took = await page.evaluate(timeOpening, typical.title);
      await backToLibrary(page);
      return took;
    });
    line('Opening 1,500 words with 60 claims, click to painted', 100, opening, bareTypical.middle);

    const bareLong = await timed(() => page.evaluate(timePlainRender, long.text));
    await page.evaluate(timeOpening, long.title);
    await page.mouse.move(640, 400);
    await page.mouse.wheel(0, 3_000);
    const adding = await timed(async (round) => {
      await page.evaluate(selectText, round);
      return page.evaluate(timeKey, 'c');
    });
    line('Adding a claim in 50,000 words with 2,000 claims', 16, adding, bareLong.middle);
    const recolouring = await timed((round) => page.evaluate(timeKey, round % 2 ? 'v' : 'd'));
    line('Recolouring a claim there', 16, recolouring, bareLong.middle);
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}
