import { expect, test } from 'vitest';
import { refuseMissing } from '#main/core/reports/export-report.ts';

test('a report is not saved while something is missing, and the message says what and where', () => {
  expect(() => refuseMissing([])).not.toThrow();
  expect(() =>
    refuseMissing([
      { place: 'details', sentence: 'The article has no address.' },
      { place: 'settings', sentence: 'Fill it in.' },
    ]),
  ).toThrow('The report was not saved. The article has no address. Fill it in.');
});
