import { beforeAll, expect, it } from 'vitest';
import {
  deleteReadingPositions,
  getReadingPosition,
  pruneReadingPositions,
  saveReadingPosition,
} from '#renderer/window/state/base/reading-positions.ts';
import { forgetReadingPositions } from '#tests/unit/renderer/support/forget-reading-positions.ts';

const readStored = () => JSON.parse(localStorage.getItem('reading-places') ?? '{}').state;

beforeAll(forgetReadingPositions);

it('the reading position is stored by article and draft, and deleted with the article', () => {
  saveReadingPosition('a', 'a1', 400);
  saveReadingPosition('a', 'a2', 500);
  saveReadingPosition('b', 'b1', 7);
  expect(getReadingPosition('a', 'a1')).toBe(400);
  expect(getReadingPosition('a', 'a2')).toBe(500);
  expect(getReadingPosition('a', 'b1')).toBeNull();
  saveReadingPosition('a', 'a1', null);
  deleteReadingPositions('b');
  expect(readStored()).toEqual({ places: { a: { a2: 500 } } });
});

it('articles of another library keep their positions, up to a limit', () => {
  for (let index = 0; index < 503; index += 1) saveReadingPosition(`x${index}`, 'draft', 1);
  pruneReadingPositions(['a', 'x0']);
  expect(getReadingPosition('a', 'a2')).toBe(500);
  expect(getReadingPosition('x0', 'draft')).toBe(1);
  expect(getReadingPosition('x1', 'draft')).toBeNull();
  expect(getReadingPosition('x2', 'draft')).toBeNull();
  expect(getReadingPosition('x3', 'draft')).toBe(1);
  pruneReadingPositions(['a']);
  expect(Object.keys(readStored().places)).toHaveLength(501);
});
