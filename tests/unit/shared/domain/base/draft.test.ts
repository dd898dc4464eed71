import { describe, expect, test } from 'vitest';
import {
  coversText,
  describeNewPlace,
  describePlace,
  findPlace,
  noPageOrTime,
  opensWithTitle,
} from '#shared/domain/base/draft.ts';
import { joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { createEditedBlocks } from '#shared/import/edits/edited-blocks.ts';
import { mapText } from '#shared/import/edits/map-text.ts';

const block = (start: number, end: number) => {
  return {
    id: `b${start}`,
    kind: 'paragraph',
    level: null,
    page: null,
    startsAtMs: null,
    start,
    end,
  } as const;
};
const bold = (start: number, end: number) =>
  ({ kind: 'bold', start, end, href: null, target: null }) as const;

describe('coversText', () => {
  const text = 'one\n\ntwo';
  test.each([
    ['blocks cover the text in order with a blank line between them', [block(0, 3), block(5, 8)], [], true],
    ['blocks with marks inside cover the text', [block(0, 3), block(5, 8)], [bold(0, 8)], true],
    ['blocks with a gap do not cover the text', [block(0, 2), block(5, 8)], [], false],
    ['blocks that begin in the middle do not cover the text', [block(1, 3), block(5, 8)], [], false],
    ['blocks that end too early do not cover the text', [block(0, 3), block(5, 7)], [], false],
    ['blocks that end too late do not cover the text', [block(0, 3), block(5, 9)], [], false],
    ['blocks out of order do not cover the text', [block(5, 8), block(0, 3)], [], false],
    ['an empty block is refused', [block(0, 3), block(5, 5)], [], false],
    ['a block that begins in the separator is refused', [block(0, 3), block(4, 8)], [], false],
    ['an empty mark is refused', [block(0, 8)], [bold(2, 2)], false],
    ['a mark that ends too late is refused', [block(0, 8)], [bold(2, 9)], false],
    ['a text without blocks is refused', [], [], false],
  ])('%s', (_, blocks, marks, expected) => {
    expect(coversText({ text, blocks, marks })).toBe(expected);
  });
});

test.each([
  ['that is equal, is found', 'Ferry to stop', 'heading', true],
  ['with other white space, is found', ' Ferry\u00a0to\n stop', 'heading', true],
  ['with other words, is not found', 'Ferry to stop in May', 'heading', false],
  ['that is a paragraph, is not found', 'Ferry to stop', 'paragraph', false],
] as const)('a title at the start of the text %s', (_, title, kind, expected) => {
  const text = 'Ferry  to stop\n\nIt stops.';
  const blocks = [{ ...block(0, 14), kind }, block(16, text.length)];
  expect(opensWithTitle({ text, blocks }, title)).toBe(expected);
});

const { text, blocks } = joinBlocks([
  { kind: 'paragraph', level: null, text: 'First.', marks: [], startsAtMs: 7_000 },
  { kind: 'paragraph', level: null, text: 'Second.', marks: [], startsAtMs: 750_500 },
  { kind: 'paragraph', level: null, text: 'Third.', marks: [], page: 3 },
]);

test('the place of an offset is the page or the time at which its block begins', () => {
  expect(findPlace(blocks, 3)).toEqual({ page: null, startsAtMs: 7_000 });
  expect(findPlace(blocks, text.indexOf('Second'))).toEqual({ page: null, startsAtMs: 750_500 });
  expect(findPlace(blocks, text.length)).toEqual({ page: 3, startsAtMs: null });
  expect(findPlace([], 0)).toEqual(noPageOrTime);
});

test('a place is described by its page or its time, and a block at the same place not again', () => {
  expect(blocks.map((block) => describePlace(block, 'p.'))).toEqual(['0:07', '12:30', 'p. 3']);
  expect(describePlace({ page: null, startsAtMs: 3_723_000 }, 'p.')).toBe('1:02:03');
  expect(describePlace(noPageOrTime, 'p.')).toBeNull();
  const [first, second] = blocks;
  expect(first && second && describeNewPlace(second, first, 'p.')).toBe('12:30');
  expect(second && describeNewPlace(second, second, 'p.')).toBeNull();
  expect(first && describeNewPlace(first, null, 'p.')).toBe('0:07');
});

test('the times of blocks survive the edits of the preview', () => {
  const mapped = mapText(text, createEditedBlocks(blocks).slice(1));
  expect(mapped.blocks.map(({ startsAtMs }) => startsAtMs)).toEqual([750_500, null]);
});
