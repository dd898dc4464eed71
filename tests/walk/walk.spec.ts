import { test } from '../e2e/fixtures';
import { formatCounterexample } from './runner/counterexample';
import { readWalkOptions } from './runner/walk-options';
import { runWalk } from './runner/run-walk';

test.use({ reviewer: 'Ada' });

// A walk through the app at random, which has laws.
//
//   model/     what the walk keeps in mind: the claims, sources and steps it has asked for
//   articles/  the articles it begins with
//   commands/  what a person does, one file a kind, and what has to come of it
//   laws/      what has to be so after every step: the history has the steps that were asked for and no other (history.ts);
//              list, margin, marks, card and counts show what is stored (agreement.ts); the reviewer is where the command
//              led (place.ts); and at the end a report tells the same (at-the-end.ts)
//   page/      laws about what is drawn, looked at inside the window: no two rows overlap, every control in view can be
//              hit, no text is cut off, nothing lies outside the window, the focus is on something visible
//   app/       the app and the disk below it
//   runner/    seeds, steps, and the shortest way to what was found
//
// Besides, as in every spec, nothing goes wrong unasked: no error on the console, no refused policy, nothing in main's log.

const options = readWalkOptions();

/** In `npm test`: about 20 seconds each. */
const fixed = [
  { seed: 1, runs: 6 },
  { seed: 2, runs: 5 },
];

/** So many runs share a seed in a long walk; then another seed is taken. */
const runsOfSeed = 40;

const shrinkFor = options ? 5 * 60_000 : 60_000;

test.beforeEach(() => {
  test.setTimeout(0);
});

if (!options) {
  for (const { seed, runs } of fixed)
    test(`a walk with seed ${seed} breaks no law`, async ({ stet, userData, files, guard }) => {
      const ground = { stet, userData, files, problems: () => guard.found };
      const { counterexample: found, commandCount: steps } = await runWalk(ground, { seed, runs, shrinkTimeMs: shrinkFor, log: () => undefined });
      console.log(`seed ${seed}: ${steps} steps`);
      if (found) throw new Error(formatCounterexample(found));
    });
} else
  test('a long walk breaks no law', async ({ stet, userData, files, guard }) => {
    const { minutes = 0, path, replay, except: known } = options;
    const except = known === undefined ? undefined : new RegExp(known);
    const ground = { stet, userData, files, problems: () => guard.found, except };
    const begun = Date.now();
    const until = begun + minutes * 60_000;
    let seed = options.seed ?? begun % 1_000_000;
    let steps = 0;
    do {
      const say = (line: string) => console.log(`  seed ${seed}: ${line}`);
      const runs = minutes > 0 ? runsOfSeed : 1;
      const walked = await runWalk(ground, {
        seed,
        runs,
        path,
        replay,
        endTimeMs: minutes > 0 ? until : undefined,
        shrinkTimeMs: shrinkFor,
        log: say,
      });
      steps += walked.commandCount;
      if (walked.counterexample) throw new Error(formatCounterexample(walked.counterexample));
      console.log(`seed ${seed}: ${walked.commandCount} steps in ${walked.runs} runs, nothing found`);
      seed += 1;
    } while (Date.now() < until);
    console.log(`${steps} steps in ${Math.round((Date.now() - begun) / 60_000)} minutes, nothing found`);
  });
