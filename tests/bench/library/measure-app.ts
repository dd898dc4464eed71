import { join } from 'node:path';
import { z } from 'zod';
import { runProgram } from '../attach/run-program';

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
