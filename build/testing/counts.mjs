// Reads the reports of the test runners. A suite is { passed, failed, skipped }: two numbers, and the names of skipped tests.

export const nothing = { passed: 0, failed: 0, skipped: [] };
export const crashed = { passed: 0, failed: 1, skipped: [] };

/** Counts of a vitest JSON report. A file that could not be loaded has no tests and counts as one failure. */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.testResults
      .flatMap((file) => file.assertionResults)
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  };
}

/** Counts of a Playwright JSON report. A test that passed on a retry has passed. */
export function countPlaywright({ stats, suites }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: suites.flatMap(skippedIn),
  };
}

/** Titles of skipped tests in a Playwright suite and its nested suites. */
const skippedIn = ({ specs = [], suites = [] }) => [
  ...specs.flatMap(({ title, tests }) => tests.filter(({ status }) => status === 'skipped').map(() => title)),
  ...suites.flatMap(skippedIn),
];

/**
 * Counts of one suite, from its report if there is one. A runner that fails without a failed test (no tests found, an error
 * outside of all tests), or succeeds without running any, counts as one failure.
 */
export function countSuite({ code, report, count }) {
  if (!report) return crashed;
  const counts = count(report);
  const ran = counts.passed + counts.failed > 0;
  return counts.failed === 0 && (code !== 0 || !ran) ? { ...counts, failed: 1 } : counts;
}

export const addUp = (suites) =>
  suites.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: [...sum.skipped, ...skipped],
    }),
    nothing,
  );

export const lastLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/** How many skipped tests are listed: a run of selected tests skips hundreds. */
const named = 5;

/** The line above it, which lists skipped tests; null when there is none. */
export function skippedLine({ skipped }) {
  if (skipped.length === 0) return null;
  const more = skipped.length > named ? `; and ${skipped.length - named} more` : '';
  return `${skipped.length} skipped: ${skipped.slice(0, named).join('; ')}${more}`;
}
