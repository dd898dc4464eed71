import { describe, expect, test } from 'vitest';
import {
  addUp,
  countPlaywright,
  countSuite,
  countVitest,
  lastLine,
  skippedLine,
} from '../../../../build/testing/counts.mjs';

const file = (status: string, ...assertions: string[]) => ({
  status,
  assertionResults: assertions.map((assertion) => ({ status: assertion, fullName: `one that ${assertion}` })),
});

const vitestReport = {
  numPassedTests: 3,
  numFailedTests: 1,
  testResults: [file('passed', 'passed', 'skipped', 'passed'), file('failed', 'passed', 'todo', 'failed')],
};

describe('counting what the runners report', () => {
  test('vitest: passed, failed, and skipped with todo', () => {
    const skipped = ['one that skipped', 'one that todo'];
    expect(countVitest(vitestReport)).toEqual({ passed: 3, failed: 1, skipped });
  });

  test('vitest: a file that could not be loaded is one failed', () => {
    const report = { ...vitestReport, testResults: [...vitestReport.testResults, file('failed')] };
    expect(countVitest(report).failed).toBe(2);
  });

  test('playwright: flaky has passed, unexpected has failed', () => {
    const stats = { expected: 4, flaky: 1, unexpected: 2, skipped: 2 };
    const spec = (title: string, status: string) => ({ title, tests: [{ status }] });
    const suites = [
      { specs: [spec('a', 'skipped'), spec('b', 'expected')] },
      { suites: [{ specs: [spec('c', 'skipped'), spec('d', 'flaky')] }] },
    ];
    expect(countPlaywright({ stats, suites })).toEqual({ passed: 5, failed: 2, skipped: ['a', 'c'] });
  });
});

describe('a suite', () => {
  const count = (report: { passed: number; failed: number }) => ({ ...report, skipped: [] });
  const suite = (code: number, report: { passed: number; failed: number } | null) =>
    countSuite({ code, report, count });

  test('that passes counts what its report says', () => {
    expect(suite(0, { passed: 7, failed: 0 })).toEqual({ passed: 7, failed: 0, skipped: [] });
  });

  test('that left no report is one failed', () => {
    expect(suite(0, null)).toEqual({ passed: 0, failed: 1, skipped: [] });
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

test('the last line is what passed and failed in all suites; the line above names the skipped, if there are some', () => {
  const whole = { passed: 3, failed: 0, skipped: [] };
  expect(lastLine(addUp([whole, whole]))).toBe('6 passed, 0 failed');
  expect(skippedLine(addUp([whole, whole]))).toBeNull();
  const some = addUp([whole, { passed: 4, failed: 1, skipped: ['a', 'b'] }, { ...whole, skipped: ['c'] }]);
  expect(lastLine(some)).toBe('10 passed, 1 failed');
  expect(skippedLine(some)).toBe('3 skipped: a; b; c');
  expect(skippedLine({ ...whole, skipped: ['a', 'b', 'c', 'd', 'e', 'f'] })).toBe(
    '6 skipped: a; b; c; d; e; and 1 more',
  );
});
