import { describe, expect, test } from 'vitest';
import type { Mark } from '../../../../../shared/domain/draft/draft';
import {
  filterReferencesInSpan,
  findPageLocator,
  findReferences,
} from '../../../../../shared/domain/sources/article-references';
import { joinBlocks } from '../../../../../shared/import/imported-blocks';

const mark = (kind: Mark['kind'], start: number, end: number, more: Partial<Mark> = {}): Mark => {
  return { kind, start, end, href: null, target: null, ...more };
};

const body = joinBlocks([
  {
    kind: 'paragraph',
    level: null,
    text: 'The council said so.[1] It costs 4.20 euros.[1][1]',
    marks: [
      mark('link', 4, 11, { href: 'https://council.example/ferry' }),
      mark('link', 12, 16, { href: 'javascript:alert(1)' }),
      mark('noteRef', 20, 23, { target: 'n1' }),
      mark('noteRef', 24, 26, { target: 'nowhere' }),
      mark('noteRef', 44, 47, { target: 'n1' }),
      mark('noteRef', 47, 50, { target: 'n1' }),
    ],
  },
  {
    kind: 'note',
    level: null,
    name: 'n1',
    text: '[1] Doe, The ledger, pp. 3-5, online.',
    marks: [mark('link', 30, 36, { href: 'https://ledger.example/' })],
  },
]);
const draft = {
  id: 'd',
  number: 1,
  importedAt: '2026-01-01T00:00:00.000Z',
  sha256: '0'.repeat(64),
  language: 'en',
  origin: { kind: 'paste', name: null } as const,
  account: null,
  ...body,
};

describe('references of an article', () => {
  test('references are the links with a valid address, and the notes with theirs', () => {
    expect(findReferences(draft).map(({ words, url, isNote }) => ({ words, url, isNote }))).toEqual([
      { words: 'council', url: 'https://council.example/ferry', isNote: false },
      { words: 'Doe, The ledger, pp. 3-5, online.', url: 'https://ledger.example/', isNote: true },
      { words: 'Doe, The ledger, pp. 3-5, online.', url: 'https://ledger.example/', isNote: true },
      { words: 'Doe, The ledger, pp. 3-5, online.', url: 'https://ledger.example/', isNote: true },
      { words: 'online', url: 'https://ledger.example/', isNote: false },
    ]);
  });

  test('a reference belongs to the span that it is in, a note also to one right before it', () => {
    const findWords = (start: number, end: number) =>
      filterReferencesInSpan(findReferences(draft), { start, end }).map(({ words }) => words);
    expect(findWords(0, 19)).toEqual(['council', 'Doe, The ledger, pp. 3-5, online.']);
    expect(findWords(12, 16)).toEqual([]);
    expect(findWords(24, 40)).toEqual([]);
    expect(findWords(33, 43)).toHaveLength(2);
  });
});

test.each([
  ['Doe 2020, p. 12', 'p. 12'],
  ['Doe 2020, pp. 3 – 5.', 'pp. 3–5'],
  ['see page 7', 'p. 7'],
  ['Ebd., S. 44', 'p. 44'],
  ['in 2020', null],
  ['grasp. 3', null],
])('the page in %j is %j', (words, page) => {
  expect(findPageLocator(words)).toBe(page);
});
