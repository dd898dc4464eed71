import { beforeEach, expect, it } from 'vitest';
import {
  adjustReadingSize,
  getNextSize,
  resetReadingSize,
  useReadingSize,
} from '#renderer/window/state/view/panels.ts';

beforeEach(() => {
  localStorage.clear();
  resetReadingSize();
});

it('the reading size goes up and down through the same sizes, and stays at the ends', () => {
  const up = [1];
  for (let index = 0; index < 12; index += 1) up.push(getNextSize(up.at(-1) ?? 1, 1));
  expect(up.at(-1)).toBe(2.5);
  let size = 2.5;
  for (let index = 0; index < 12; index += 1) size = getNextSize(size, -1);
  expect(size).toBe(0.8);
  for (const one of new Set(up)) if (one < 2.5) expect(getNextSize(getNextSize(one, 1), -1)).toBe(one);
});

it('the reading size is stored in localStorage', () => {
  adjustReadingSize(1);
  expect(JSON.parse(localStorage.getItem('reading-size') ?? '{}').state).toEqual({ size: 1.1 });
  resetReadingSize();
  expect(useReadingSize.getState().size).toBe(1);
});
