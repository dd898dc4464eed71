import { expect, test } from 'vitest';
import { isVisibleOn } from '../../../../../main/core/window/visible-bounds';

const screens = [
  { x: 0, y: 0, width: 1280, height: 800 },
  { x: 1280, y: -200, width: 1920, height: 1080 },
];
const at = (x: number, y: number) => isVisibleOn({ x, y, width: 1000, height: 700 }, screens);

test('a window is placed only where its title bar can be seen and dragged', () => {
  expect([at(0, 0), at(-800, 10), at(1200, 700), at(2900, 0), at(1500, -200)]).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect([at(-900, 0), at(0, -40), at(0, 790), at(3150, 0), at(5000, 5000)]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
  expect(isVisibleOn({ x: 0, y: 0, width: 1000, height: 700 }, [])).toBe(false);
});
