import { expect, test } from 'vitest';
import { isVisibleOn } from '#main/core/window/window-state.ts';

const screens = [
  { x: 0, y: 0, width: 1280, height: 800 },
  { x: 1280, y: -200, width: 1920, height: 1080 },
];
const isVisibleAt = (x: number, y: number) => isVisibleOn({ x, y, width: 1000, height: 700 }, screens);

test('a window is placed only where its title bar can be seen and dragged', () => {
  expect([
    isVisibleAt(0, 0),
    isVisibleAt(-800, 10),
    isVisibleAt(1200, 700),
    isVisibleAt(2900, 0),
    isVisibleAt(1500, -200),
  ]).toEqual([true, true, true, true, true]);
  expect([
    isVisibleAt(-900, 0),
    isVisibleAt(0, -40),
    isVisibleAt(0, 790),
    isVisibleAt(3150, 0),
    isVisibleAt(5000, 5000),
  ]).toEqual([false, false, false, false, false]);
  expect(isVisibleOn({ x: 0, y: 0, width: 1000, height: 700 }, [])).toBe(false);
});
