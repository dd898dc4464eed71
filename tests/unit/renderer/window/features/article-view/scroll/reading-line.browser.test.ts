import { expect, it } from 'vitest';
import { getReadingLineTop } from '#renderer/window/features/article-view/scroll/reading-line.ts';

it('the reading line stays at its height on the screen at every zoom, and in view', () => {
  const view = { top: 50, bottom: 650 };
  const line = { top: 400, scale: 1 };
  expect(getReadingLineTop(line, 1, view)).toBe(400);
  expect(getReadingLineTop(line, 2, view)).toBe(200);
  expect(getReadingLineTop({ ...line, top: 640 }, 1, view)).toBe(610);
  expect(getReadingLineTop({ ...line, top: 10 }, 1, view)).toBe(50);
});

it('the words that are being read stay in view whole, unless they are taller than the view', () => {
  const view = { top: 50, bottom: 250 };
  expect(getReadingLineTop({ top: 200, scale: 1 }, 1, view, 120)).toBe(129);
  expect(getReadingLineTop({ top: 200, scale: 1 }, 1, view, 300)).toBe(200);
});
