import { describe, expect, test } from 'vitest';
import { coversText, opensWithTitle } from '../../../../shared/domain/draft';

const block = (start: number, end: number) => {
  return { id: `b${start}`, kind: 'paragraph', level: null, page: null, start, end } as const;
};
const bold = (start: number, end: number) =>
  ({ kind: 'bold', start, end, href: null, target: null }) as const;

describe('blocks cover the text', () => {
  const text = 'one\n\ntwo';
  test.each([
    ['in order, joined by a blank line', [block(0, 3), block(5, 8)], [], true],
    ['with marks inside', [block(0, 3), block(5, 8)], [bold(0, 8)], true],
    ['not with a gap', [block(0, 2), block(5, 8)], [], false],
    ['not from the middle', [block(1, 3), block(5, 8)], [], false],
    ['not short of the end', [block(0, 3), block(5, 7)], [], false],
    ['not beyond the end', [block(0, 3), block(5, 9)], [], false],
    ['not out of order', [block(5, 8), block(0, 3)], [], false],
    ['not with an empty block', [block(0, 3), block(5, 5)], [], false],
    ['not over the separator', [block(0, 3), block(4, 8)], [], false],
    ['not with an empty mark', [block(0, 8)], [bold(2, 2)], false],
    ['not with a mark beyond the end', [block(0, 8)], [bold(2, 9)], false],
    ['not without blocks', [], [], false],
  ])('%s', (_, blocks, marks, expected) => {
    expect(coversText({ text, blocks, marks })).toBe(expected);
  });
});

test.each([
  ['as it stands', 'Ferry to stop', 'heading', true],
  ['with other white space', ' Ferry\u00a0to\n stop', 'heading', true],
  ['not with other words', 'Ferry to stop in May', 'heading', false],
  ['not as a paragraph', 'Ferry to stop', 'paragraph', false],
] as const)('a text opens with its title %s', (_, title, kind, expected) => {
  const text = 'Ferry  to stop\n\nIt stops.';
  const blocks = [{ ...block(0, 14), kind }, block(16, text.length)];
  expect(opensWithTitle({ text, blocks }, title)).toBe(expected);
});
