import { describe, expect, test } from 'vitest';
import { jointOf } from '../../../../../../renderer/importer/pdf/blocks/hyphens';

const vocabulary = new Map([
  ['information', 2],
  ['well-being', 1],
  ['double', 1],
  ['spending', 1],
  ['tracemonkey', 3],
  ['under', 4],
  ['stand', 1],
]);

const join = (before: string, after: string, hidden = false) => {
  const { drop, between } = jointOf(before, after, hidden, vocabulary);
  return (drop ? before.slice(0, -1) : before) + between + after;
};

describe('a hyphen at the end of a line', () => {
  test.each([
    ['goes where the document has the word as one', 'the infor-', 'mation', 'the information'],
    ['goes before a part that is no word', 'a trans-', 'portation', 'a transportation'],
    ['goes between words that grow together', 'we under-', 'stand', 'we understand'],
    ['goes where it is soft', 'self\u00ad', 'same', 'selfsame'],
    ['goes where the document has the name as one', 'called Trace-', 'Monkey', 'called TraceMonkey'],
    ['stays where the document has it', 'their well-', 'being', 'their well-being'],
    ['stays between words that the document has', 'the double-', 'spending', 'the double-spending'],
    ['stays after what always has one', 'a self-', 'made', 'a self-made'],
    ['stays in a name', 'by Jean-', 'Luc', 'by Jean-Luc'],
    ['stays between numbers', 'from 1990-', '1995', 'from 1990-1995'],
    ['stays in a compound of several', 'state-of-the-', 'art', 'state-of-the-art'],
    ['stays where it stands for a word', 'two- and three-', 'or more', 'two- and three- or more'],
  ])('%s', (_what, before, after, joined) => {
    expect(join(before, after)).toBe(joined);
  });
});

test('a line that may hide a hyphen is joined only where that makes one word of two parts', () => {
  expect(join('some infor', 'mation', true)).toBe('some information');
  expect(join('double', 'spending', true)).toBe('double spending');
});

test.each([
  ['the ferry', 'is old', 'the ferry is old'],
  ['the ferry—', 'which is old', 'the ferry—which is old'],
  ['the ferry –', 'which is old', 'the ferry – which is old'],
  ['see https://example.org/a-', 'b', 'see https://example.org/a-b'],
  ['日本', '語', '日本語'],
])('%s | %s', (before, after, joined) => {
  expect(join(before, after)).toBe(joined);
});
