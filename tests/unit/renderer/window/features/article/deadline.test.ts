import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDeadlineInput, toDeadlineInput } from '#renderer/window/features/article/deadline.ts';

test('A deadline without seconds comes back from its field as it was', () => {
  const minuteMs = 60_000;
  const minutes = fc.integer({ min: 0, max: Math.floor(Date.parse('2099-12-31') / minuteMs) });
  fc.assert(
    fc.property(minutes, (minute) => {
      const deadline = new Date(minute * minuteMs).toISOString();
      expect(parseDeadlineInput(toDeadlineInput(deadline))).toBe(deadline);
    }),
  );
});

test('An empty field is no deadline', () => {
  expect(toDeadlineInput(null)).toBe('');
  expect(parseDeadlineInput('')).toBeNull();
});
