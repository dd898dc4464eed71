import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titleSchema } from '../../../../../shared/domain/primitives';
import { getFallbackTitle, hasFallbackTitle } from '../../../../../shared/domain/sources/fallback-title';

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
