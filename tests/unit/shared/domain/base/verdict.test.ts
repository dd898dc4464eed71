import { expect, test } from 'vitest';
import { claimStatuses, isOpen, judgedVerdicts, verdicts } from '#shared/domain/base/verdict.ts';

test('every status but recheck is a verdict, and all lists are in the order of the app', () => {
  expect(claimStatuses).toEqual(['verified', 'disputed', 'unverifiable', 'recheck', 'unchecked']);
  expect(verdicts).toEqual(['verified', 'disputed', 'unverifiable', 'unchecked']);
  expect(judgedVerdicts).toEqual(['verified', 'disputed', 'unverifiable']);
});

test('claims that are unchecked or to be checked again are open', () => {
  expect(claimStatuses.filter(isOpen)).toEqual(['recheck', 'unchecked']);
});
