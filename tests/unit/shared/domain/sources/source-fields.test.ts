import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleSchema } from '../../../../../shared/domain/primitives';
import { getFallbackTitle, hasFallbackTitle, rankSource } from '../../../../../shared/domain/sources/source-fields';
import { createTestSource } from '../../sources';

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
