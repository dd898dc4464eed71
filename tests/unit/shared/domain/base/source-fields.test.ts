import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleSchema } from '#shared/domain/base/primitives.ts';
import {
  findDuplicateGroups,
  getFallbackTitle,
  hasFallbackTitle,
  rankSource,
} from '#shared/domain/base/source-fields.ts';
import { createTestSource } from '#tests/unit/shared/sources.ts';

describe('fallback titles', () => {
  test.each([
    ['https://www.harbour.example/news/ferry', 'harbour.example/news/ferry'],
    ['http://harbour.example/', 'harbour.example'],
    ['https://video.example/watch?v=7', 'video.example/watch?v=7'],
    ['doi:10.1000/182', '10.1000/182'],
    ['mailto:edda@harbour.example', 'edda@harbour.example'],
  ])('the fallback title of %s is %s', (url, title) => {
    expect(getFallbackTitle(url)).toBe(title);
    expect(hasFallbackTitle({ url, title })).toBe(true);
    expect(hasFallbackTitle({ url, title: 'A title' })).toBe(false);
  });

  test('a fallback title is always a valid title', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(titleSchema.safeParse(getFallbackTitle(url)).success).toBe(true);
      }),
    );
  });
});

const harbour = createTestSource('a', {
  title: 'Übersicht: Harbour statistics 2019',
  author: 'Zoë Ek',
  publisher: 'Port of Kelderhaven',
  url: 'https://port.example/2019',
});

test.each([
  ['Übersicht', 3],
  ['ubersicht: har', 3],
  ['harbour 2019', 2],
  ['zoe harbour', 1],
  ['port.example', 1],
  ['  STATISTICS ', 2],
  ['harbour 2020', 0],
  ['museum', 0],
])('the query %j rates the source %i', (query, rank) => {
  expect(rankSource(harbour, query)).toBe(rank);
});

describe('findDuplicateGroups', () => {
  test('sources with the same address in different forms are duplicates', () => {
    const one = createTestSource('a', { title: 'One', url: 'https://www.Council.example/decisions/' });
    const two = createTestSource('b', { title: 'Two', url: 'http://council.example/decisions#page=3' });
    const other = createTestSource('c', {
      title: 'Three',
      url: 'https://council.example/decisions?year=2019',
    });
    expect(findDuplicateGroups([one, two, other])).toEqual([[one, two]]);
  });

  test('sources with the same title and author are duplicates', () => {
    const one = createTestSource('a', { title: 'The seawall: a history', author: 'Oda Brinnekamp' });
    const two = createTestSource('b', { title: 'the  seawall – A History', author: 'oda brinnekamp' });
    const other = createTestSource('c', { title: 'The seawall: a history', author: null });
    expect(findDuplicateGroups([one, two, other])).toEqual([[one, two]]);
  });

  test('a DOI and its address are duplicates', () => {
    const one = createTestSource('a', { title: 'One', url: 'doi:10.1000/182' });
    const two = createTestSource('b', { title: 'Two', url: 'https://doi.org/10.1000/182' });
    expect(findDuplicateGroups([one, two])).toHaveLength(1);
  });

  test('sources are grouped also through others, each in one group at most', () => {
    const links = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(links, (pairs) => {
        const sources = pairs.map(([title, url], at) =>
          createTestSource(`s${at}`, { title: `Title ${title}`, url: `https://example.org/${url}` }),
        );
        const groups = findDuplicateGroups(sources);
        const members = groups.flat();
        expect(new Set(members).size).toBe(members.length);
        for (const one of sources)
          for (const two of sources) {
            if (one === two || (one.title !== two.title && one.url !== two.url)) continue;
            expect(groups.find((group) => group.includes(one))).toContain(two);
          }
      }),
    );
  });
});
