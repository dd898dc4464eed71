import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../build-app.mjs';
import { check } from '../check.mjs';
import { runTool } from '../machine/processes.mjs';
import { countPlaywright, countSuite, countVitest, nothing } from './counts.mjs';
import { runPlaywright } from './run-playwright.mjs';

/**
 * The suites, in the order in which they run. Each lists what it needs from the set-up and resolves to its counts. `reports` is a
 * folder for the runners' reports, and `more` are arguments for the runner. `tryAll` is true in `npm run test:all`; `effort` are
 * the variables in which the runners read that. One with `isBeside` computes while the next wait for the disk and for frames; it
 * prints by `print`.
 */
export const suites = [
  {
    name: 'check',
    group: 'check',
    isBeside: true,
    // The check is not a test: it counts only when it fails.
    run: async ({ print }) => ((await check({ print })) ? nothing : { ...nothing, failed: ['the check'] }),
  },
  // Together, because tests in Chromium wait for frames while tests in Node compute.
  { name: 'unit (Node, Chromium)', group: 'unit', browser: true, run: unit },
  { name: 'e2e (Electron)', group: 'e2e', runtime: true, run: endToEnd },
  { name: 'walk (Electron)', group: 'walk', runtime: true, run: atRandom },
];

async function unit({ reports, more, effort }) {
  const file = join(reports, 'unit.json');
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest/vitest.mjs', ['run', ...output, ...more], {
    env: { ...process.env, ...effort },
  });
  return countSuite({ code, report: read(file), count: countVitest });
}

/** The specs of `npm test`. `npm run test:all`, and a run of named specs, take the others, too. */
const core = ['--grep', '@core'];

function endToEnd(context) {
  const { more, tryAll } = context;
  return inElectron('e2e.json', tryAll || more.length > 0 ? more : core, context);
}

function atRandom(context) {
  return inElectron('walk.json', ['--config', 'walk.config.ts', ...context.more], context);
}

async function inElectron(name, args, { reports, runtime, effort }) {
  await built();
  const file = join(reports, name);
  const code = await runPlaywright(args, { runtime, env: { ...effort, STET_E2E_JSON: file } });
  return countSuite({ code, report: read(file), count: countPlaywright });
}

let building = null;

/** Builds the app for the first suite that needs it. */
function built() {
  building ??= buildApp();
  return building;
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
