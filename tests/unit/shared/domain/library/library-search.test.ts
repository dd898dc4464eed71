import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { isLate, libraryOrders, searchLibrary } from '#shared/domain/library/library-search.ts';
import { countByStatus } from '#shared/domain/review/progress.ts';

let count = 0;

function entry(title: string, differing: Partial<LibraryEntry> = {}): LibraryEntry {
  count += 1;
  const none = { verified: 0, disputed: 0, unverifiable: 0, recheck: 0, unchecked: 0 };
  return {
    id: `a${count}`,
    title,
    byline: null,
    draft: 1,
    file: null,
    copyOf: null,
    reading: null,
    deadline: null,
    words: 10,
    progress: none,
    createdAt: '2026-01-01T00:00:00.000Z',
    editedAt: '2026-01-01T00:00:00.000Z',
    binnedAt: null,
    ...differing,
  };
}

const titles = (entries: readonly LibraryEntry[]) => entries.map(({ title }) => title);
const progress = (verified: number, unchecked: number, recheck = 0) => {
  return { verified, disputed: 0, unverifiable: 0, recheck, unchecked };
};

describe('searchLibrary', () => {
  const ferry = entry('The ferry', {
    byline: 'Ada Müller',
    file: 'ferry-final.docx',
    editedAt: '2026-03-01T00:00:00.000Z',
  });
  const mill = entry('Mill 10', { editedAt: '2026-02-01T00:00:00.000Z', progress: progress(1, 3) });
  const bridge = entry('mill 9', { progress: progress(3, 0, 1) });
  const all = [bridge, ferry, mill];

  test('articles are found by words of title, byline and file, in any case and without accents', () => {
    for (const query of ['ferry', 'muller', 'MÜLLER the', 'final.docx', ' fer  ada '])
      expect(titles(searchLibrary(all, query, 'edited'))).toEqual(['The ferry']);
    expect(searchLibrary(all, 'ferry mill', 'edited')).toEqual([]);
    expect(searchLibrary(all, ' ', 'edited')).toHaveLength(3);
  });

  test('articles are sorted by last edit, by title with numbers in order, or by the share of open claims', () => {
    expect(titles(searchLibrary(all, '', 'edited'))).toEqual(['The ferry', 'Mill 10', 'mill 9']);
    expect(titles(searchLibrary(all, '', 'title'))).toEqual(['mill 9', 'Mill 10', 'The ferry']);
    expect(titles(searchLibrary(all, '', 'progress'))).toEqual(['Mill 10', 'mill 9', 'The ferry']);
  });

  test('every order lists the same articles', () => {
    const anyEntry = fc
      .tuple(fc.string({ minLength: 1 }), fc.nat(5), fc.nat(5), fc.integer({ min: 10, max: 28 }))
      .map(([title, verified, unchecked, day]) =>
        entry(title, { progress: progress(verified, unchecked), editedAt: `2026-01-${day}T00:00:00.000Z` }),
      );
    fc.assert(
      fc.property(fc.array(anyEntry), fc.string(), (entries, query) => {
        const found = libraryOrders.map((order) => titles(searchLibrary(entries, query, order)).sort());
        for (const list of found) expect(list).toEqual(found[0]);
        for (const order of libraryOrders)
          expect(searchLibrary(entries, '', order)).toHaveLength(entries.length);
        for (const each of entries) expect(searchLibrary(entries, each.title, 'title')).toContain(each);
      }),
    );
  });
});

describe('isLate', () => {
  const deadline = '2026-11-21T12:00:00.000Z';
  const article = { deadline, reading: null };
  const before = Date.parse('2026-11-21T11:59:00.000Z');
  const after = Date.parse('2026-11-21T12:01:00.000Z');

  test('a check is late once its deadline has passed and something is open', () => {
    const progress = countByStatus(['verified', 'unchecked']);
    expect(isLate({ ...article, progress }, before)).toBe(false);
    expect(isLate({ ...article, progress }, after)).toBe(true);
    expect(isLate({ ...article, progress: countByStatus([]) }, after)).toBe(true);
  });

  test('a check that is done, or has no deadline, is not late', () => {
    expect(isLate({ ...article, progress: countByStatus(['verified', 'disputed']) }, after)).toBe(false);
    expect(isLate({ ...article, deadline: null, progress: countByStatus(['unchecked']) }, after)).toBe(false);
  });

  test('a check is late while sentences are known that were not looked at', () => {
    const progress = countByStatus(['verified']);
    const coverage = { lookedAt: 1, partly: 0, setAside: 0, notLookedAt: 0, total: 1 };
    const reading = { historyBytes: 1, rules: 1, isSpotting: true, coverage, openQueries: 0 };
    expect(isLate({ deadline, progress, reading }, after)).toBe(false);
    const untouched = { ...coverage, notLookedAt: 2, total: 3 };
    expect(isLate({ deadline, progress, reading: { ...reading, coverage: untouched } }, after)).toBe(true);
  });
});
