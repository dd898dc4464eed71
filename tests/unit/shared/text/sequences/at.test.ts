import { expect, test } from 'vitest';
import { at, intAt } from '#shared/text/sequences/at.ts';

test('an index that lies in the list gives its element, also where that is 0 or empty', () => {
  expect([at(['a', ''], 0), at(['a', ''], 1), at([0], 0)]).toEqual(['a', '', 0]);
  expect([intAt(Int32Array.of(-1, 0), 0), intAt(Int32Array.of(-1, 0), 1)]).toEqual([-1, 0]);
});

test.each([-1, 2, Number.NaN, 0.5])(
  'the index %d, which does not lie in a list of two, is an error',
  (index) => {
    expect(() => at(['a', 'b'], index)).toThrow(RangeError);
    expect(() => intAt(Int32Array.of(1, 2), index)).toThrow(RangeError);
  },
);
