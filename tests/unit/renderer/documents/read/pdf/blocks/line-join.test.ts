import { describe, expect, test } from 'vitest';
import { getLineJoin } from '#renderer/documents/read/pdf/blocks/line-join.ts';

const vocabulary = new Map([
  ['information', 2],
  ['well-being', 1],
  ['double', 1],
  ['spending', 1],
  ['tracemonkey', 3],
  ['under', 4],
  ['stand', 1],
]);

const join = (before: string, after: string) => {
  const { dropsHyphen: drop, separator: between } = getLineJoin(before, after, vocabulary);
  return (drop ? before.slice(0, -1) : before) + between + after;
};

describe('a hyphen at the end of a line', () => {
  test.each([
    ['is dropped when the document has the word without it', 'the infor-', 'mation', 'the information'],
    ['is dropped before a part that is no word', 'a trans-', 'portation', 'a transportation'],
    ['is dropped after a word that is usually fused', 'we under-', 'stand', 'we understand'],
    ['is dropped when it is soft', 'self\u00ad', 'same', 'selfsame'],
    ['is dropped when the document has the name without it', 'called Trace-', 'Monkey', 'called TraceMonkey'],
    ['is kept when the document has it', 'their well-', 'being', 'their well-being'],
    ['is kept between two words of the document', 'the double-', 'spending', 'the double-spending'],
    ['is kept after a prefix that always has one', 'a self-', 'made', 'a self-made'],
    ['is kept in a name', 'by Jean-', 'Luc', 'by Jean-Luc'],
    ['is kept between numbers', 'from 1990-', '1995', 'from 1990-1995'],
    ['is kept in a compound of several words', 'state-of-the-', 'art', 'state-of-the-art'],
    ['is kept when it stands in for a word', 'two- and three-', 'or more', 'two- and three- or more'],
  ])('a hyphen %s', (_rule, before, after, joined) => {
    expect(join(before, after)).toBe(joined);
  });
});

test.each([
  ['the ferry', 'is old', 'the ferry is old'],
  ['the ferry—', 'which is old', 'the ferry—which is old'],
  ['the ferry –', 'which is old', 'the ferry – which is old'],
  ['see https://example.org/a-', 'b', 'see https://example.org/a-b'],
  ['日本', '語', '日本語'],
])('“%s” is joined with “%s” to “%s”', (before, after, joined) => {
  expect(join(before, after)).toBe(joined);
});
