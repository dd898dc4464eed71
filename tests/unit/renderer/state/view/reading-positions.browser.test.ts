import { beforeEach, expect, it } from 'vitest';
import {
  getReadingPosition,
  pruneReadingPositions,
  saveReadingPosition,
} from '../../../../../renderer/state/view/reading-positions';

beforeEach(() => {
  localStorage.clear();
  pruneReadingPositions([]);
});

it('the reading position is stored by article and draft, and deleted with the article', () => {
  saveReadingPosition('a', 'a1', 400);
  saveReadingPosition('a', 'a2', 500);
  saveReadingPosition('b', 'b1', 7);
  expect(getReadingPosition('a', 'a1')).toBe(400);
  expect(getReadingPosition('a', 'a2')).toBe(500);
  expect(getReadingPosition('a', 'b1')).toBeNull();
  saveReadingPosition('a', 'a1', null);
  pruneReadingPositions(['a', 'c']);
  expect(JSON.parse(localStorage.getItem('reading-places') ?? '{}').state).toEqual({
    places: { a: { a2: 500 } },
  });
});
