import { beforeEach, describe, expect, it } from 'vitest';
import { lineHeightInWindow } from '../../../../../renderer/features/reader/place/kept-line';
import { keepPlace, keepPlacesOf, keptPlace } from '../../../../../renderer/state/reading/reading-places';
import {
  changeReadingSize,
  resetReadingSize,
  sizeBeside,
  useReadingSize,
} from '../../../../../renderer/state/reading/reading-size';

beforeEach(() => {
  localStorage.clear();
  keepPlacesOf([]);
  resetReadingSize();
});

const stored = (name: string) => JSON.parse(localStorage.getItem(name) ?? '{}').state;

describe('the size in which an article is read', () => {
  it('goes up and down through the same sizes, and stays at the ends', () => {
    const up = [1];
    for (let index = 0; index < 12; index += 1) up.push(sizeBeside(up.at(-1) ?? 1, 1));
    expect(up.at(-1)).toBe(2.5);
    let size = 2.5;
    for (let index = 0; index < 12; index += 1) size = sizeBeside(size, -1);
    expect(size).toBe(0.8);
    for (const one of new Set(up)) if (one < 2.5) expect(sizeBeside(sizeBeside(one, 1), -1)).toBe(one);
  });

  it('is kept by the window', () => {
    changeReadingSize(1);
    expect(stored('reading-size')).toEqual({ size: 1.1 });
    resetReadingSize();
    expect(useReadingSize.getState().size).toBe(1);
  });
});

describe('where an article was left', () => {
  it('is kept by article and draft, and dropped when the article is gone for good', () => {
    keepPlace('a', 'a1', 400);
    keepPlace('a', 'a2', 500);
    keepPlace('b', 'b1', 7);
    expect([keptPlace('a', 'a1'), keptPlace('a', 'a2'), keptPlace('a', 'b1')]).toEqual([400, 500, null]);
    keepPlace('a', 'a1', null);
    keepPlacesOf(['a', 'c']);
    expect(stored('reading-places')).toEqual({ places: { a: { a2: 500 } } });
  });
});

describe('the line that is kept', () => {
  const view = { top: 50, bottom: 650 };
  it('stays where it is on the screen, at every zoom, and in view', () => {
    const line = { offset: 3, top: 400, scale: 1 };
    expect(lineHeightInWindow(line, 1, view)).toBe(400);
    expect(lineHeightInWindow(line, 2, view)).toBe(200);
    expect(lineHeightInWindow({ ...line, top: 640 }, 1, view)).toBe(610);
    expect(lineHeightInWindow({ ...line, top: 10 }, 1, view)).toBe(50);
  });
});
