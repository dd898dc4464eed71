import { describe, expect, test } from 'vitest';
import {
  addUp,
  countPlaywright,
  countSuite,
  countVitest,
  lastLine,
  skippedLine,
} from '#build/testing/counts.mjs';

const file = (status: string, ...assertions: string[]) => ({
  status,
  name: 'a.test.ts',
  message: 'SyntaxError: here\nand there',
  assertionResults: assertions.map((assertion) => ({
    status: assertion,
    fullName: `one that ${assertion}`,
    failureMessages: assertion === 'failed' ? ['\u001b[31mError: no\u001b[39m\n    at there'] : [],
  })),
});

const vitestReport = {
  numPassedTests: 3,
  testResults: [file('passed', 'passed', 'skipped', 'passed'), file('failed', 'passed', 'todo', 'failed')],
};

describe('counting what the runners report', () => {
  test('vitest: passed, failed, and skipped with todo', () => {
    const skipped = ['one that skipped', 'one that todo'];
    expect(countVitest(vitestReport)).toEqual({
      passed: 3,
      failed: ['one that failed: Error: no'],
      skipped,
    });
  });

  test('vitest: a file that could not be loaded is one failed', () => {
    const report = { ...vitestReport, testResults: [...vitestReport.testResults, file('failed')] };
    expect(countVitest(report).failed).toEqual([
      'one that failed: Error: no',
      'a.test.ts: SyntaxError: here',
    ]);
  });

  test('playwright: flaky has passed, unexpected has failed', () => {
    const stats = { expected: 4, flaky: 1, unexpected: 1, skipped: 2 };
    const spec = (title: string, status: string) => ({
      title,
      tests: [{ status, results: [{ error: { message: 'Error: no\n  at there' } }] }],
    });
    const suites = [
      { specs: [spec('a', 'skipped'), spec('b', 'expected')] },
      { suites: [{ specs: [spec('c', 'skipped'), spec('d', 'flaky'), spec('e', 'unexpected')] }] },
    ];
    expect(countPlaywright({ stats, suites })).toEqual({
      passed: 5,
      failed: ['e: Error: no'],
      skipped: ['a', 'c'],
    });
  });
});

describe('a suite', () => {
  const count = (report: { passed: number; failed: string[] }) => ({ ...report, skipped: [] });
  const suite = (code: number, report: { passed: number; failed: string[] } | null) =>
    countSuite({ code, report, count });

  test('that passes counts what its report says', () => {
    expect(suite(0, { passed: 7, failed: [] })).toEqual({ passed: 7, failed: [], skipped: [] });
  });

  test('that left no report is one failed', () => {
    expect(suite(0, null)).toEqual({ passed: 0, failed: ['outside of all tests'], skipped: [] });
  });

  test('that ends badly with all tests passed is one failed', () => {
    expect(suite(1, { passed: 7, failed: [] })).toMatchObject({
      passed: 7,
      failed: ['outside of all tests'],
    });
  });

  test('that ran nothing is one failed', () => {
    expect(suite(0, { passed: 0, failed: [] }).failed).toHaveLength(1);
  });

  test('whose failures are counted already gets none added', () => {
    expect(suite(1, { passed: 2, failed: ['a', 'b'] }).failed).toEqual(['a', 'b']);
  });
});

test('the last line is what passed and failed in all suites; the line above names the skipped, if there are some', () => {
  const whole = { passed: 3, failed: [], skipped: [] };
  expect(lastLine(addUp([whole, whole]))).toBe('6 passed, 0 failed');
  expect(skippedLine(addUp([whole, whole]))).toBeNull();
  const some = addUp([
    whole,
    { passed: 4, failed: ['d'], skipped: ['a', 'b'] },
    { ...whole, skipped: ['c'] },
  ]);
  expect(lastLine(some)).toBe('10 passed, 1 failed');
  expect(skippedLine(some)).toBe('3 skipped: a; b; c');
  expect(skippedLine({ ...whole, skipped: [...'abcdefghijk'] })).toBe(
    '11 skipped: a; b; c; d; e; f; g; h; i; j; and 1 more',
  );
});
