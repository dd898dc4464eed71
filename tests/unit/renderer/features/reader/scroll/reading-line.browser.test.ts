import { expect, it } from 'vitest';
import { getReadingLineTop } from '../../../../../../renderer/features/reader/scroll/reading-line';

it('the reading line stays at its height on the screen at every zoom, and in view', () => {
  const view = { top: 50, bottom: 650 };
  const line = { offset: 3, top: 400, scale: 1 };
  expect(getReadingLineTop(line, 1, view)).toBe(400);
  expect(getReadingLineTop(line, 2, view)).toBe(200);
  expect(getReadingLineTop({ ...line, top: 640 }, 1, view)).toBe(610);
  expect(getReadingLineTop({ ...line, top: 10 }, 1, view)).toBe(50);
});
