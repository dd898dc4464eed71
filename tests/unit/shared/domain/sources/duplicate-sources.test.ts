import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicateGroups } from '../../../../../shared/domain/sources/duplicate-sources';
import { createTestSource } from '../../sources';

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
