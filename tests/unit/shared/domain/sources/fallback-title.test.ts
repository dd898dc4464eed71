import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleSchema } from '../../../../../shared/domain/primitives';
import { hasStandInTitle, standInTitle } from '../../../../../shared/domain/sources/fallback-title';

describe('the title that an address stands in for', () => {
  test.each([
    ['https://www.harbour.example/news/ferry', 'harbour.example/news/ferry'],
    ['http://harbour.example/', 'harbour.example'],
    ['https://video.example/watch?v=7', 'video.example/watch?v=7'],
    ['doi:10.1000/182', '10.1000/182'],
    ['mailto:edda@harbour.example', 'edda@harbour.example'],
  ])('of %s is %s', (url, title) => {
    expect(standInTitle(url)).toBe(title);
    expect(hasStandInTitle({ url, title })).toBe(true);
    expect(hasStandInTitle({ url, title: 'A title' })).toBe(false);
  });

  test('can always be stored', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(titleSchema.safeParse(standInTitle(url)).success).toBe(true);
      }),
    );
  });
});
