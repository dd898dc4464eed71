import { searchable, searchWords } from '../../text/characters/fold-for-search';
import { openOf, totalOf } from '../review/progress';
import type { LibraryEntry } from './library-entry';

export const libraryOrders = ['edited', 'title', 'progress'] as const;

export type LibraryOrder = (typeof libraryOrders)[number];

const collator = new Intl.Collator('en', { numeric: true });

/** The part of the claims that is open, from 0 to 1; less than that when there are no claims yet. */
function openPart({ progress }: LibraryEntry): number {
  const total = totalOf(progress);
  return total === 0 ? -1 : openOf(progress) / total;
}

/** Moments are all in UTC, so their texts sort like their times. */
function lastEditedFirst(a: LibraryEntry, b: LibraryEntry): number {
  return a.editedAt < b.editedAt ? 1 : a.editedAt > b.editedAt ? -1 : 0;
}

const comparisons: Record<LibraryOrder, (a: LibraryEntry, b: LibraryEntry) => number> = {
  edited: lastEditedFirst,
  title: (a, b) => collator.compare(a.title, b.title),
  progress: (a, b) => openPart(b) - openPart(a),
};

/**
 * The articles whose title, byline or file holds every word of a query, in order: last edited first, by title, or those with
 * the largest open part of their claims first. What is equal stands by its last edit.
 */
export function searchLibrary(
  entries: readonly LibraryEntry[],
  query: string,
  order: LibraryOrder,
): LibraryEntry[] {
  const words = searchWords(query);
  return entries
    .filter(({ title, byline, file }) => {
      const all = searchable([title, byline, file].join('\n'));
      return words.every((word) => all.includes(word));
    })
    .sort((a, b) => comparisons[order](a, b) || lastEditedFirst(a, b));
}
