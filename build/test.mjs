import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main, Refusal } from './command.mjs';
import { describeRuntime } from './runtime/runtime.mjs';
import { setUp } from './setup.mjs';
import { addUp, crashed, lastLine, skippedLine } from './testing/counts.mjs';
import { effortEnvironment } from './testing/effort.mjs';
import { suites } from './testing/suites.mjs';

// `npm test` runs the core of every suite and `npm run test:all` everything; `npm test -- unit` runs one suite and passes further
// arguments to its runner.
await main(async () => {
  const args = process.argv.slice(2);
  const tryAll = args[0] === '--all';
  const [group, ...more] = tryAll ? args.slice(1) : args;
  const effort = effortEnvironment({ tryAll });
  const chosen = suites.filter((suite) => !group || suite.group === group);
  if (chosen.length === 0) {
    throw new Refusal(
      `There is no suite "${group}": ${[...new Set(suites.map((suite) => suite.group))].join(', ')}.`,
    );
  }
  const runtime = await setUp({
    runtime: chosen.some((suite) => suite.runtime),
    browser: chosen.some((suite) => suite.browser),
  });

  // Continuous integration keeps the runners' reports in a folder that it names.
  const { STET_REPORTS: keptReports } = process.env;
  const reports = keptReports ? resolve(keptReports) : mkdtempSync(join(tmpdir(), 'stet-test-'));
  mkdirSync(reports, { recursive: true });
  const results = [];
  const context = { reports, more, runtime, tryAll, effort };
  const besides = chosen.filter((suite) => suite.isBeside).map((suite) => startBeside(suite, context));
  let interrupted = false;
  process.on('SIGINT', () => {
    interrupted = true;
  });
  try {
    for (const suite of chosen.filter((suite) => !suite.isBeside)) {
      if (interrupted) break;
      printTitle(suite);
      results.push(await runSuite(suite, context));
    }
    for (const { suite, lines, result } of besides) {
      results.push(await result);
      printTitle(suite);
      for (const line of lines) console.log(line);
    }
  } finally {
    if (!keptReports) rmSync(reports, { recursive: true, force: true });
  }

  console.log('');
  for (const result of results) console.log(`${result.name}: ${lastLine(result)}`);
  if (runtime) console.log(describeRuntime(runtime));
  if (tryAll) console.log(`Repeat this run with STET_SEED=${effort.STET_SEED} npm run test:all`);
  const sum = addUp(results);
  const skipped = skippedLine(sum);
  if (skipped !== null) console.log(skipped);
  // Once more at the end, because a log may be read from there.
  for (const failure of sum.failed) console.log(`Failed: ${failure}`);
  console.log(lastLine(sum));
  return sum.failed.length > 0 || interrupted ? 1 : 0;
});

function printTitle({ name }) {
  console.log(`\n== ${name} ==`);
}

/** Starts a suite beside the others; what it prints is kept until they have ended. */
function startBeside(suite, context) {
  const lines = [];
  return { suite, lines, result: runSuite(suite, { ...context, print: (line) => lines.push(line) }) };
}

/** A suite that crashes counts as one failure; the others still run. */
async function runSuite(suite, context) {
  try {
    return { name: suite.name, ...(await suite.run(context)) };
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    return { name: suite.name, ...crashed };
  }
}
