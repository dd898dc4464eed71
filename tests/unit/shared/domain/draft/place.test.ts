import { expect, test } from 'vitest';
import {
  describeNewPlace,
  describePlace,
  findPlace,
  noPlace,
} from '../../../../../shared/domain/draft/place';
import { createEditedBlocks } from '../../../../../shared/import/block-edits/edited-blocks';
import { mapText } from '../../../../../shared/import/block-edits/map-text';
import { joinBlocks } from '../../../../../shared/import/imported-blocks';

const { text, blocks } = joinBlocks([
  { kind: 'paragraph', level: null, text: 'First.', marks: [], startsAtMs: 7_000 },
  { kind: 'paragraph', level: null, text: 'Second.', marks: [], startsAtMs: 750_500 },
  { kind: 'paragraph', level: null, text: 'Third.', marks: [], page: 3 },
]);

test('the place of an offset is the page or the time at which its block begins', () => {
  expect(findPlace(blocks, 3)).toEqual({ page: null, startsAtMs: 7_000 });
  expect(findPlace(blocks, text.indexOf('Second'))).toEqual({ page: null, startsAtMs: 750_500 });
  expect(findPlace(blocks, text.length)).toEqual({ page: 3, startsAtMs: null });
  expect(findPlace([], 0)).toEqual(noPlace);
});

test('a place is described by its page or its time, and a block at the same place not again', () => {
  expect(blocks.map((block) => describePlace(block, 'p.'))).toEqual(['0:07', '12:30', 'p. 3']);
  expect(describePlace({ page: null, startsAtMs: 3_723_000 }, 'p.')).toBe('1:02:03');
  expect(describePlace(noPlace, 'p.')).toBeNull();
  const [first, second] = blocks;
  expect(first && second && describeNewPlace(second, first, 'p.')).toBe('12:30');
  expect(second && describeNewPlace(second, second, 'p.')).toBeNull();
  expect(first && describeNewPlace(first, null, 'p.')).toBe('0:07');
});

test('the times of blocks survive the edits of the preview', () => {
  const mapped = mapText(text, createEditedBlocks(blocks).slice(1));
  expect(mapped.blocks.map(({ startsAtMs }) => startsAtMs)).toEqual([750_500, null]);
});
