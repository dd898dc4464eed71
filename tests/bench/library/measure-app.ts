import { join } from 'node:path';
import { z } from 'zod';
import { openTestLibrary, type TestLibrary } from '#tests/libraries/test-library.ts';
import { createTitleChange } from '#tests/unit/main/support/sample.ts';
import { runProgram } from '../support/create-core-client.ts';
import { generateSourcedArticle } from '../support/generate-article.ts';

const towns = ['Harwich', 'Leith', 'Porto', 'Gdynia', 'Split', 'Bergen', 'Cork', 'Genoa'];
const subjects = ['harbour', 'ferry', 'mill', 'bridge', 'school', 'tunnel', 'archive', 'market', 'reservoir'];

const articleSize = { words: 1_200, claims: 40, sources: 12, confidentialInterval: 6 };

/** Every how many articles one was edited, so that it has a snapshot and a longer history. */
const editedInterval = 2;
/** Every how many articles one is in the bin. */
const binnedInterval = 40;

/** Fills a folder with a library of many articles of a usual size, each with sources of its own. */
export async function generateLibrary(folder: string, articleCount: number): Promise<void> {
  const library = openTestLibrary(folder);
  await library.call('settings.change', { reviewer: 'Bench' });
  const template = generateSourcedArticle(articleSize);
  for (let index = 0; index < articleCount; index += 1) {
    const title = `The ${subjects[index % subjects.length]} of ${towns[index % towns.length]}, part ${index}`;
    const sources = template.sources.map((source, number) => ({
      ...source,
      title: `${source.title}, ${towns[(index + number) % towns.length]} ${index}-${number}`,
    }));
    const { articleId } = await library.createArticle({ ...template, title, byline: 'Ada Brook', sources });
    if (index % editedInterval === 0) await renameArticle(library, articleId, title);
    if (index % binnedInterval === 1) await library.call('library.bin', { articleId });
  }
  await library.core.close();
}

async function renameArticle({ call }: TestLibrary, articleId: string, title: string): Promise<void> {
  await call('review.apply', { articleId, change: createTitleChange(articleId, title, `${title}, again`) });
  await call('review.close', { articleId });
}

const figuresSchema = z.object({
  /** From the start of the process until the first row of the list was painted. */
  startMs: z.number(),
  /** The number of rows in the page then. */
  rows: z.number(),
  sourceCount: z.number(),
  /** The first reads the index of sources. */
  searches: z.array(z.object({ ms: z.number() })),
  searchAfterEditsMs: z.number(),
  /** For each edit: how long the list took that saves it first, and how much main wrote for that. */
  saves: z.array(z.object({ ms: z.number(), bytes: z.number() })),
  /** The highest memory of main. */
  peakMb: z.number(),
});

/** The app with one empty window that a start is compared with. */
export const bareApp = join(process.cwd(), 'tests/bench/library/bare');

/** Starts an app, by default the built one, on a folder of user data, and lets `probe.cjs` measure it from inside. Linux only. */
export async function measureApp(userData: string, what: 'start' | 'everything', app = process.cwd()) {
  const probe = join(process.cwd(), 'tests/bench/library/probe.cjs');
  const args = ['-r', probe, app, '--no-sandbox', `--user-data-dir=${userData}`];
  // Not Electron's own time of its creation: that is counted from the start of the system, and the clock may have been set since.
  const env = { ...process.env, STET_BENCH_WHAT: what, STET_BENCH_STARTED_AT: String(Date.now()) };
  return figuresSchema.parse(JSON.parse(await runProgram(process.env.STET_ELECTRON ?? '', args, env)));
}
