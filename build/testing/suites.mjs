import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../build-app.mjs';
import { check } from '../check.mjs';
import { canMakeDisplay, withDisplay } from '../machine/display.mjs';
import { electronEnvironment } from '../machine/launch.mjs';
import { ownNetwork } from '../machine/own-network.mjs';
import { runTool } from '../machine/processes.mjs';
import { countPlaywright, countSuite, countVitest, crashed, nothing } from './counts.mjs';
import { walkSuite } from './walk-suite.mjs';

/**
 * The suites of `npm test`, in the order in which they run. Each lists what it needs from the set-up and resolves to its
 * counts. `reports` is a folder for the runners' reports, `more` are arguments for the runner.
 */
export const suites = [
  // The check is not a test: it counts only when it fails.
  { name: 'check', group: 'check', run: async () => ((await check()) ? nothing : crashed) },
  // Together, because tests in Chromium wait for frames while tests in Node compute.
  { name: 'unit (Node, Chromium)', group: 'unit', browser: true, run: unit },
  { name: 'e2e (Electron)', group: 'e2e', runtime: true, run: endToEnd },
  { name: 'walk (Electron)', group: 'walk', runtime: true, run: atRandom },
];

async function unit({ reports, more }) {
  const file = join(reports, 'unit.json');
  const code = await runTool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...more,
  ]);
  return countSuite({ code, report: read(file), count: countVitest });
}

async function endToEnd({ reports, more, runtime }) {
  await built();
  const file = join(reports, 'e2e.json');
  // Each worker starts its own display: on a shared one, windows would take the focus from each other.
  const workers = `--workers=${canMakeDisplay() ? 2 : 1}`;
  const network = ownNetwork();
  const code = await withDisplay((env) =>
    runTool('@playwright/test/cli.js', ['test', workers, ...more], {
      within: network.within,
      env: {
        ...electronEnvironment(env),
        ...network.env,
        STET_ELECTRON: runtime.executable,
        STET_E2E_JSON: file,
      },
    }),
  );
  return countSuite({ code, report: read(file), count: countPlaywright });
}

async function atRandom({ reports, more, runtime }) {
  await built();
  const file = join(reports, 'walk.json');
  const code = await walkSuite({ runtime, args: more, env: { STET_E2E_JSON: file } });
  return countSuite({ code, report: read(file), count: countPlaywright });
}

let building = null;

/** Builds the app for the first suite that needs it. */
function built() {
  building ??= buildApp();
  return building;
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
