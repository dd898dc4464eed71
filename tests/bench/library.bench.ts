import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { generateLibrary, measureApp } from './library/measure-app.ts';
import { median, type Print, reportAtMost } from './support/report-metrics.ts';

const articleCount = 2_000;

/**
 * Measures the built app with a library of 2,000 articles: searches of sources, and saving one edited article. Beside them are plain fs
 * that reads the same files, and plain lowdb that rewrites the list. `start.bench.ts` measures how it starts.
 */
export async function run(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  const many = join(folder, 'many');
  try {
    await generateLibrary(join(many, 'library'), articleCount);
    const baseline = await measureBaselines(join(many, 'library'));
    const app = await measureApp(many, 'everything');
    const laterSearches = app.searches.slice(1).map(({ ms }) => ms);
    const saveMs = median(app.saves.map(({ ms }) => ms));

    print(`A library of ${articleCount} articles with ${app.sourceCount} sources`);
    const beside = (milliseconds: number, what: string) => `${what}: ${milliseconds.toFixed(0)} ms`;
    reportAtMost(print, { what: 'rows in the page', value: app.rows, bound: 60 });
    reportAtMost(print, {
      what: 'first source search',
      value: app.searches[0]?.ms ?? 0,
      bound: 500,
      unit: ' ms',
      beside: beside(baseline.readMs, 'plain fs, reading and parsing the same files'),
    });
    const search = { bound: 50, unit: ' ms' };
    reportAtMost(print, { what: 'later searches, median', value: median(laterSearches), ...search });
    reportAtMost(print, { what: 'later searches, slowest', value: Math.max(...laterSearches), ...search });
    reportAtMost(print, { what: 'search after ten edits', value: app.searchAfterEditsMs, ...search });
    reportAtMost(print, {
      what: 'saving an edited article, and the list',
      value: saveMs,
      bound: 50,
      unit: ' ms',
      beside: beside(baseline.rewriteMs, 'plain lowdb, rewriting the list, not synced'),
    });
    reportAtMost(print, {
      what: 'bytes written for it',
      value: median(app.saves.map(({ bytes }) => bytes)) / 1_000,
      bound: 250,
      unit: ' kB',
      beside: `the list has ${(baseline.listBytes / 1_000).toFixed(0)} kB`,
    });
    reportAtMost(print, { what: 'peak memory of main', value: app.peakMb, bound: 250, unit: ' MB' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The time that plain fs and plain lowdb need for the same files, in milliseconds. */
async function measureBaselines(library: string) {
  const articles = join(library, 'articles');
  const readStart = performance.now();
  for (const id of await readdir(articles))
    JSON.parse(await readFile(join(articles, id, 'summary.json'), 'utf8'));
  const readMs = performance.now() - readStart;

  const list = await readFile(join(library, 'library.json'), 'utf8');
  const low = new Low<{ articles: unknown[] }>(
    new JSONFile(join(library, '..', 'plain.json')),
    JSON.parse(list),
  );
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const start = performance.now();
    await low.update(({ articles }) => articles.push(round));
    times.push(performance.now() - start);
  }
  return { readMs, rewriteMs: median(times), listBytes: Buffer.byteLength(list) };
}
