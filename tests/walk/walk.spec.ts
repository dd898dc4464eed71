import { z } from 'zod';
import { readEffort } from '#build/testing/effort.mjs';
import { test } from '../e2e/fixtures.ts';
import { formatCounterexample, runWalk } from './run-walk.ts';

const optionsSchema = z.object({
  minutes: z.number().positive().optional(),
  seed: z.int().optional(),
  path: z.string().optional(),
  replay: z.string().optional(),
  except: z.string().optional(),
});

type WalkOptions = z.infer<typeof optionsSchema>;

/** The command-line options of `npm run walk`; null in `npm test`, where the walks are always the same. */
function readWalkOptions(): WalkOptions | null {
  const { STET_WALK } = process.env;
  return STET_WALK === undefined ? null : optionsSchema.parse(JSON.parse(STET_WALK));
}

test.use({ reviewer: 'Ada' });

// A random walk through the built app: model-based testing with fast-check. After every command, laws must hold.
//
//   model/     what the walk expects: the content of the review, what can be undone, what is selected and open
//   commands/  what a user does, by topic, and how each command changes the model
//   laws/      what must hold after every command: no verdict changes without a command that sets it; the history has exactly
//              the expected changes; list, margin, marks, card and counts show what is stored; the window shows what the
//              command leads to, also in its notices; the settings forget every report for lawyers; what links in the
//              library lead to stays as it is; and at the end of a walk, an exported report has the same claims
//   page/      runs in the window: reads the screen, and checks laws about the layout: no two rows overlap, every control
//              in view can be hit, no text is cut off, every control is reachable, the focus is on something visible
//   app/       drives the app, and reads its files
//   run-walk   runs walks, and shortens and prints counterexamples
//
// As in every spec, nothing unexpected may happen: no error on the console, no refused policy, nothing in main's log.

const options = readWalkOptions();

/** The walks of `npm test` are short, and those of `npm run test:all` go on from there. */
const { tryAll } = readEffort(process.env);
const fixedWalks = [
  { seed: 1, runs: tryAll ? 6 : 2 },
  { seed: 2, runs: tryAll ? 5 : 2 },
];

/** A long walk takes the next seed after this many runs. */
const runsPerSeed = 40;

const shrinkTimeMs = options ? 5 * 60_000 : 60_000;

test.beforeEach(({ guard }) => {
  test.setTimeout(0);
  // Claims of the annotated article may hold what is confidential: such an export is refused.
  guard.allow(/^main's log: (?:[^\n]*report\.export(?:Again)?: confidential[^\n]*(?:\n|$))+$/);
});

if (!options) {
  for (const { seed, runs } of fixedWalks)
    test(`a walk with seed ${seed} breaks no law`, async ({ stet, userData, files, guard }) => {
      const environment = { stet, userData, files, getProblems: () => guard.errors };
      const settings = { seed, runs, shrinkTimeMs, log: () => undefined };
      const { counterexample, commandCount } = await runWalk(environment, settings);
      console.log(`seed ${seed}: ${commandCount} commands`);
      if (counterexample) throw new Error(formatCounterexample(counterexample));
    });
} else
  test('a long walk breaks no law', async ({ stet, userData, files, guard }) => {
    const { minutes = 0, path, replay } = options;
    const except = options.except === undefined ? undefined : new RegExp(options.except);
    const environment = { stet, userData, files, getProblems: () => guard.errors, except };
    const startTimeMs = Date.now();
    const endTimeMs = startTimeMs + minutes * 60_000;
    let seed = options.seed ?? startTimeMs % 1_000_000;
    let totalCommands = 0;
    do {
      const { commandCount, runs, counterexample } = await runWalk(environment, {
        seed,
        path,
        replay,
        shrinkTimeMs,
        runs: minutes > 0 ? runsPerSeed : 1,
        endTimeMs: minutes > 0 ? endTimeMs : undefined,
        log: (line) => console.log(`  seed ${seed}: ${line}`),
      });
      totalCommands += commandCount;
      if (counterexample) throw new Error(formatCounterexample(counterexample));
      console.log(`seed ${seed}: ${commandCount} commands in ${runs} runs, nothing found`);
      seed += 1;
    } while (Date.now() < endTimeMs);
    const minutesTaken = Math.round((Date.now() - startTimeMs) / 60_000);
    console.log(`${totalCommands} commands in ${minutesTaken} minutes, nothing found`);
  });
