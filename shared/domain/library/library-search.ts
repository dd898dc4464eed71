import { foldForSearch, foldQueryWords } from '#shared/text/characters/folding.ts';
import { countOpen, countTotal, hasOpenReading } from '../review/progress.ts';
import type { LibraryEntry } from './library-entry.ts';

export const libraryOrders = ['edited', 'title', 'progress', 'deadline'] as const;

export type LibraryOrder = (typeof libraryOrders)[number];

const collator = new Intl.Collator('en', { numeric: true });

/** The share of open claims, from 0 to 1; -1 when there are no claims yet. */
function getOpenShare({ progress }: LibraryEntry): number {
  const total = countTotal(progress);
  return total === 0 ? -1 : countOpen(progress) / total;
}

/** Compares timestamps as strings: all of them are in UTC, so both orders are the same. */
function compareLastEditedFirst(a: LibraryEntry, b: LibraryEntry): number {
  return a.editedAt < b.editedAt ? 1 : a.editedAt > b.editedAt ? -1 : 0;
}

/** The next deadline first, articles without one last. */
function compareDeadlines(a: LibraryEntry, b: LibraryEntry): number {
  if (a.deadline === b.deadline) return 0;
  if (a.deadline === null || b.deadline === null) return a.deadline === null ? 1 : -1;
  return a.deadline < b.deadline ? -1 : 1;
}

const comparisons: Record<LibraryOrder, (a: LibraryEntry, b: LibraryEntry) => number> = {
  edited: compareLastEditedFirst,
  title: (a, b) => collator.compare(a.title, b.title),
  progress: (a, b) => getOpenShare(b) - getOpenShare(a),
  deadline: compareDeadlines,
};

/**
 * Lists the articles whose title, byline or file name contains every word of a query. Sorted by the last edit (newest
 * first), by title, by the share of open claims (largest first), or by deadline (the next first); equal ones by their last edit.
 */
export function searchLibrary(
  entries: readonly LibraryEntry[],
  query: string,
  order: LibraryOrder,
): LibraryEntry[] {
  const words = foldQueryWords(query);
  const isFound = ({ title, byline, file }: LibraryEntry) => {
    const all = foldForSearch([title, byline, file].join('\n'));
    return words.every((word) => all.includes(word));
  };
  return entries
    .filter((entry) => words.length === 0 || isFound(entry))
    .sort((a, b) => comparisons[order](a, b) || compareLastEditedFirst(a, b));
}

/**
 * Whether the deadline of a check has passed at `now` (milliseconds since the epoch), and it is not done: it has open claims or none at
 * all, or something else is known to be open.
 */
export function isLate(
  { deadline, progress, reading }: Pick<LibraryEntry, 'deadline' | 'progress' | 'reading'>,
  now: number,
): boolean {
  const isDone = countTotal(progress) > 0 && countOpen(progress) === 0 && !hasOpenReading(reading);
  return deadline !== null && Date.parse(deadline) < now && !isDone;
}
