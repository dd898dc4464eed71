// Reads the results of the test runners. A suite is { passed, failed, skipped }.

export const nothing = { passed: 0, failed: 0, skipped: 0 };
export const crashed = { passed: 0, failed: 1, skipped: 0 };

/** Counts of a vitest JSON report. A file that could not even be loaded has no tests, and counts as one failed. */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Counts of a Playwright JSON report. A test that passed only when tried again has passed. */
export function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

/**
 * The counts of one suite: of its report, if it left one. A runner that ends badly with no failed test to show for it
 * (no tests found, an error outside of all tests), or well without having run any, counts as one failed.
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
      skipped: sum.skipped + skipped,
    }),
    nothing,
  );

/** The last line of `npm test`. */
export const lastLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
