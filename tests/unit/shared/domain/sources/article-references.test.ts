import { describe, expect, test } from 'vitest';
import type { Mark } from '#shared/domain/base/draft.ts';
import { stancesByVerdict } from '#shared/domain/base/evidence.ts';
import {
  adoptReferences,
  filterReferencesInSpan,
  findPageLocator,
  findReferences,
} from '#shared/domain/sources/article-references.ts';
import { joinBlocks } from '#shared/import/base/imported-blocks.ts';
import { applyOrThrow, createEditContext, openSample } from '#tests/unit/shared/reviews.ts';

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

function sample() {
  const { review } = openSample();
  const [known] = [...review.sources.values()].filter(({ url }) => url !== null);
  const [first = '', second = ''] = [...review.claims.keys()];
  if (!known) throw new Error('the sample has no such source');
  const { id: _, standing: __, ...fields } = known;
  return { review, known, fields, first, second, context: createEditContext('n') };
}

test('a source that the article refers to is added once, with the stance of the verdict of each of its claims', () => {
  const { review, fields, first, second, context } = sample();
  const fresh = { ...fields, title: 'New', url: 'https://new.example/' };
  const reference = { fields: fresh, locator: 'p. 3', claimIds: [first, second] };
  const step = adoptReferences(review, [reference, { ...reference, claimIds: [first] }], context);
  expect(step?.edits.map(({ table }) => table)).toEqual(['sources', 'evidence', 'evidence']);
  applyOrThrow(review, step?.edits ?? []);
  const added = [...review.evidence.values()].slice(-2);
  const stances = [first, second].map(
    (id) => stancesByVerdict[review.claims.get(id)?.verdict ?? 'unchecked'],
  );
  expect(added).toMatchObject(
    stances.map((stance) => ({ stance, stanceChosen: false, locator: 'p. 3', quote: null })),
  );
  expect(adoptReferences(review, [reference], context)).toBeNull();
});

test('an existing source is used and not duplicated', () => {
  const { review, known, fields, context } = sample();
  const usedBy = new Set(
    [...review.evidence.values()]
      .filter(({ sourceId }) => sourceId === known.id)
      .map(({ claimId }) => claimId),
  );
  const claimIds = [...review.claims.keys()];
  const step = adoptReferences(
    review,
    [{ fields: { ...fields, title: 'Otherwise' }, locator: null, claimIds }],
    context,
  );
  expect(step?.edits).toHaveLength(claimIds.length - usedBy.size);
  for (const edit of step?.edits ?? [])
    expect(edit).toMatchObject({ table: 'evidence', create: { sourceId: known.id } });
});
