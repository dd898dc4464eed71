import { describe, expect, test } from 'vitest';
import { addUp, countPlaywright, countSuite, countVitest, lastLine } from '../../../build/counts.mjs';

const file = (status: string, ...assertions: string[]) => ({
  status,
  assertionResults: assertions.map((assertion) => ({ status: assertion })),
});

const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 1,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')],
};

describe('counting what the runners report', () => {
  test('vitest: passed, failed, and skipped with todo', () => {
    expect(countVitest(vitestReport)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('vitest: a file that could not be loaded is one failed', () => {
    const report = { ...vitestReport, testResults: [...vitestReport.testResults, file('failed')] };
    expect(countVitest(report).failed).toBe(2);
  });

  test('playwright: flaky has passed, unexpected has failed', () => {
    const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 3 };
    expect(countPlaywright({ stats })).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });
});

describe('a suite', () => {
  const count = (report: { passed: number; failed: number }) => ({ ...report, skipped: 0 });
  const suite = (code: number, report: { passed: number; failed: number } | null) =>
    countSuite({ code, report, count });

  test('that passes counts what its report says', () => {
    expect(suite(0, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 0, skipped: 0 });
  });

  test('that left no report is one failed', () => {
    expect(suite(0, null)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('that ends badly with all tests passed is one failed', () => {
    expect(suite(1, { passed: 7, failed: 0 })).toMatchObject({ passed: 7, failed: 1 });
  });

  test('that ran nothing is one failed', () => {
    expect(suite(0, { passed: 0, failed: 0 }).failed).toBe(1);
  });

  test('whose failures are counted already gets none added', () => {
    expect(suite(1, { passed: 2, failed: 3 }).failed).toBe(3);
  });
});

test('the last line adds up all suites, and names the skipped only when there are some', () => {
  const counts = [
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 0 },
  ];
  expect(lastLine(addUp(counts))).toBe('7 passed, 1 failed');
  expect(lastLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
});
