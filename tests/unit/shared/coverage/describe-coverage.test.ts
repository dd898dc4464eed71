import { expect, test } from 'vitest';
import { describeNoneUnread } from '#shared/coverage/describe-coverage.ts';

test.each([
  [0, 'Every sentence is looked at or set aside.'],
  [1, 'No sentence is left that was not looked at; 1 is open in part.'],
  [1_200, 'No sentence is left that was not looked at; 1,200 are open in part.'],
])('with %i sentences partly looked at, the end of reading is said truly', (partly, said) => {
  expect(describeNoneUnread({ partly })).toBe(said);
});
