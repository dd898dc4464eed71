import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doublesAmong } from '../../../../../shared/domain/sources/duplicate-sources';
import { sourceOf } from '../../sources';

describe('doubles', () => {
  test('have the same address, however it is written', () => {
    const one = sourceOf('a', { title: 'One', url: 'https://www.Council.example/decisions/' });
    const two = sourceOf('b', { title: 'Two', url: 'http://council.example/decisions#page=3' });
    const other = sourceOf('c', { title: 'Three', url: 'https://council.example/decisions?year=2019' });
    expect(doublesAmong([one, two, other])).toEqual([[one, two]]);
  });

  test('have the same title by the same author', () => {
    const one = sourceOf('a', { title: 'The seawall: a history', author: 'Oda Brinnekamp' });
    const two = sourceOf('b', { title: 'the  seawall – A History', author: 'oda brinnekamp' });
    const other = sourceOf('c', { title: 'The seawall: a history', author: null });
    expect(doublesAmong([one, two, other])).toEqual([[one, two]]);
  });

  test('a DOI is the same as its address', () => {
    const one = sourceOf('a', { title: 'One', url: 'doi:10.1000/182' });
    const two = sourceOf('b', { title: 'Two', url: 'https://doi.org/10.1000/182' });
    expect(doublesAmong([one, two])).toHaveLength(1);
  });

  test('are grouped through each other, and each source is in one group at most', () => {
    const links = fc.array(fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(links, (pairs) => {
        const sources = pairs.map(([title, url], at) =>
          sourceOf(`s${at}`, { title: `Title ${title}`, url: `https://example.org/${url}` }),
        );
        const groups = doublesAmong(sources);
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
