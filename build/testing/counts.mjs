// Reads the reports of the test runners. A suite is { passed, failed, skipped }: a number, what failed and why, and the names of skipped
// tests.

export const nothing = { passed: 0, failed: [], skipped: [] };
export const crashed = { passed: 0, failed: ['outside of all tests'], skipped: [] };

/** A test that failed, with the first line of why. Runners colour what they print. */
const describeFailure = (title, message = '') =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  `${title}: ${message.replace(/\u001b\[[\d;]*m/g, '').split('\n')[0]}`;

/** Counts of a vitest JSON report. A file that could not be loaded has no tests and counts as one failure. */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: report.numPassedTests,
    failed: [
      ...tests
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => describeFailure(fullName, failureMessages[0])),
      ...unloaded.map(({ name, message }) => describeFailure(name, message)),
    ],
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  };
}

/** Counts of a Playwright JSON report. A test that passed on a retry has passed. */
export function countPlaywright({ stats, suites }) {
  const tests = suites.flatMap(testsIn);
  return {
    passed: stats.expected + stats.flaky,
    failed: tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ title, results }) => describeFailure(title, results.at(-1)?.error?.message)),
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ title }) => title),
  };
}

/** The tests of a Playwright suite and its nested suites, with their titles. */
const testsIn = ({ specs = [], suites = [] }) => [
  ...specs.flatMap(({ title, tests }) => tests.map((test) => ({ ...test, title }))),
  ...suites.flatMap(testsIn),
];

/**
 * Counts of one suite, from its report if there is one. A runner that fails without a failed test (no tests found, an error
 * outside of all tests), or succeeds without running any, counts as one failure.
 */
export function countSuite({ code, report, count }) {
  if (!report) return crashed;
  const counts = count(report);
  const ran = counts.passed + counts.failed.length > 0;
  return counts.failed.length === 0 && (code !== 0 || !ran) ? { ...counts, failed: crashed.failed } : counts;
}

export const addUp = (suites) =>
  suites.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: [...sum.failed, ...failed],
      skipped: [...sum.skipped, ...skipped],
    }),
    nothing,
  );

export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed.length} failed`;

/** How many skipped tests are listed: a run of selected tests skips hundreds. */
const named = 10;

/** The line above it, which lists skipped tests; null when there is none. */
export function skippedLine({ skipped }) {
  if (skipped.length === 0) return null;
  const more = skipped.length > named ? `; and ${skipped.length - named} more` : '';
  return `${skipped.length} skipped: ${skipped.slice(0, named).join('; ')}${more}`;
}
