import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareApp, generateLibrary, measureApp } from './library/measure-app.ts';
import { median, type Print, reportAtMost } from './support/report-metrics.ts';

const sizes = [1, 2_000];
const rounds = 5;

/**
 * Measures, by one clock from the moment the app is run, how long it takes until the list is painted and works: with one article and with
 * 2,000, by turns with an app that shows one empty window. Beside them is how much script runs before.
 */
export async function run(print: Print): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const apps = sizes.map((size) => ({
      size,
      userData: join(folder, String(size)),
      starts: [] as number[],
    }));
    for (const { size, userData } of apps) await generateLibrary(join(userData, 'library'), size);
    const bareStarts: number[] = [];
    // The first start of a runtime reads it from the disk.
    await measureApp(join(folder, 'bare'), 'start', bareApp);
    for (let round = 0; round < rounds; round += 1) {
      bareStarts.push((await measureApp(join(folder, 'bare'), 'start', bareApp)).startMs);
      for (const { userData, starts } of apps) starts.push((await measureApp(userData, 'start')).startMs);
    }
    const bareMs = median(bareStarts);
    print(`Medians of ${rounds} starts; one empty window takes ${bareMs.toFixed(0)} ms`);
    for (const { size, starts } of apps)
      reportAtMost(print, {
        what: `start to the list of ${size}, against an empty window`,
        value: median(starts) / bareMs,
        bound: 1.5,
        digits: 2,
        unit: ' x',
        beside: `${median(starts).toFixed(0)} ms`,
      });
    const bytes = await sumFirstScripts();
    reportAtMost(print, { what: 'script before the list', value: bytes / 1_000, bound: 400, unit: ' kB' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The size of the scripts that the page names, in bytes: the others are loaded once the list is painted. */
async function sumFirstScripts(): Promise<number> {
  const renderer = join(process.cwd(), 'out/renderer');
  const page = await readFile(join(renderer, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path);
  const sizes = await Promise.all(scripts.map(async (path) => (await stat(join(renderer, path))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
