import { describe, expect, it } from 'vitest';
import { startCommands } from '#shared/contract/commands/start-commands.ts';
import { firstAnswers } from '#shared/contract/first-answers.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';

const entry: LibraryEntry = {
  id: 'article-1',
  title: 'The tunnel',
  byline: null,
  draft: 2,
  file: 'tunnel.docx',
  words: 412,
  copyOf: null,
  progress: { verified: 1, disputed: 0, unverifiable: 0, recheck: 0, unchecked: 3 },
  reading: {
    historyBytes: 9_000,
    rules: 1,
    isSpotting: true,
    coverage: { lookedAt: 4, partly: 1, setAside: 0, notLookedAt: 7, total: 12 },
    openQueries: 2,
  },
  deadline: '2026-03-01T12:00:00.000Z',
  createdAt: '2026-02-01T12:00:00.000Z',
  editedAt: '2026-02-02T12:00:00.000Z',
  binnedAt: null,
};

/** Copies of a value, each without one field or with another value in it, at every depth. */
function listDamaged(value: object): object[] {
  return Object.entries(value).flatMap(([name, field]) => {
    const { [name]: _, ...without } = Object.fromEntries(Object.entries(value));
    const inner = typeof field === 'object' && field !== null ? listDamaged(field) : [];
    return [
      without,
      ...[true, [], -1, ...inner]
        .filter((other) => other !== field)
        .map((other) => ({ ...value, [name]: other })),
    ];
  });
}

describe('the answers that are checked without schemas', () => {
  const isList = firstAnswers['library.stored'];
  const isPlace = firstAnswers['location.get'];

  it('a stored list is accepted with every field in it, empty, or when there is none', () => {
    for (const list of [[entry], [{ ...entry, reading: null, deadline: null }, entry], [], null])
      expect([isList?.(list), startCommands['library.stored'].output.safeParse(list).success]).toEqual([
        true,
        true,
      ]);
  });

  it('an article without one of its fields, or with another kind of value in it, is not accepted', () => {
    // A switch may be on or off, and true is one of the values tried.
    const damaged = listDamaged({ ...entry, reading: { ...entry.reading, isSpotting: false } });
    const accepted = damaged.filter((one) => isList?.([entry, one]));
    expect(accepted).toEqual([entry]);
  });

  it.each([
    { state: 'open', folder: '/library' },
    { state: 'missing', folder: '/library', why: 'absent', usualFolder: '/usual' },
    { state: 'moving', folder: '/library', target: '/new' },
  ])('the place of a library is accepted whole only: $state', (place) => {
    expect(isPlace?.(place)).toBe(true);
    expect(listDamaged(place).filter((one) => isPlace?.(one))).toEqual([]);
  });

  it('what is no list and no place is not accepted', () => {
    for (const value of [undefined, 'open', 7, {}, [null], { state: 'gone' }])
      expect([isList?.(value), isPlace?.(value)]).toEqual([false, false]);
  });
});
