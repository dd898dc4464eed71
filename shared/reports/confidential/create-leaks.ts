import { hashText } from '../../text/sequences/hash-text';
import type { SearchedEntry } from '../origin/searched-texts';
import { describeLeak } from './describe-leaks';
import type { Leak } from './leak';
import { normalizeForSearch } from './search/normalize-for-search';
import type { Occurrence } from './search/occurrence';

/** How much of the text around the words of a leak is shown, in UTF-16 code units. */
const contextLength = 50;

/** Finds the UTF-16 offset in a text before which it has this many letters and digits in the form of the search. */
function findWrittenOffset(text: string, count: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (normalizeForSearch([text.slice(0, middle)]).characters.length < count) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts the words of an occurrence out of the text of its part. `start` and `end` count letters and digits. */
function cutExcerpt(text: string, start: number, end: number): NonNullable<Leak['excerpt']> {
  const from = Math.max(0, findWrittenOffset(text, start + 1) - 1);
  const to = findWrittenOffset(text, end);
  const before = text.slice(Math.max(0, from - contextLength), from).replace(/\s/g, ' ');
  const after = text.slice(to, to + contextLength).replace(/\s/g, ' ');
  return {
    before: before.length < from ? before.replace(/^\S*\s/, '… ') : before,
    words: text.slice(from, to).replace(/\s+/g, ' '),
    after: to + after.length < text.length ? after.replace(/\s\S*$/, ' …') : after,
  };
}

/** Joins occurrences of one kind of term in one part that touch: five words, and the next five. Sorted by offset. */
function joinOverlapping(occurrences: readonly Occurrence[]): Occurrence[] {
  const joined: Occurrence[] = [];
  for (const occurrence of occurrences) {
    const last = joined.at(-1);
    if (last && occurrence.offset <= last.offset + last.length)
      joined[joined.length - 1] = {
        ...last,
        length: Math.max(last.length, occurrence.offset + occurrence.length - last.offset),
      };
    else joined.push(occurrence);
  }
  return joined;
}

/** Leaves out possible leaks that overlap a certain one: its words have to be changed anyway. Sorted by offset. */
function removeOverlapped(occurrences: readonly Occurrence[]): Occurrence[] {
  const certain = occurrences.filter(({ term }) => term.level === 'certain');
  let next = 0;
  let certainEnd = 0;
  return occurrences.filter(({ term, offset, length }) => {
    for (; next < certain.length && (certain[next]?.offset ?? 0) < offset + length; next += 1)
      certainEnd = Math.max(certainEnd, (certain[next]?.offset ?? 0) + (certain[next]?.length ?? 0));
    return term.level === 'certain' || certainEnd <= offset;
  });
}

/**
 * Describes what was found: one leak for each kind of term and entry if it is certain, and one for each place if it is only possible,
 * because each of these is confirmed by itself, for its row, field and words. Certain leaks come first.
 */
export function createLeaks(found: readonly Occurrence[], entries: readonly SearchedEntry[]): Leak[] {
  const groups = new Map<string, Occurrence[]>();
  for (const occurrence of removeOverlapped(found)) {
    const { term, partIndex } = occurrence;
    const key = `${term.level}\n${term.description}\n${partIndex}`;
    const group = groups.get(key);
    if (group) group.push(occurrence);
    else groups.set(key, [occurrence]);
  }
  const leaks = Array.from(groups.values()).flatMap((occurrences): Leak[] => {
    const [first] = occurrences;
    const entry = entries[first?.partIndex ?? -1];
    if (!first || !entry) return [];
    const { level, description } = first.term;
    const { name: place, text } = entry;
    const { row, claimId } = entry.place;
    if (level === 'certain') {
      const message = describeLeak(description, place);
      const excerpt = cutExcerpt(text, first.offsetInPart, first.offsetInPart + first.length);
      return [{ id: hashText(message), level, place, claimId, message, excerpt }];
    }
    const message = `Words in ${place} may be ${description}.`;
    const seen = new Map<string, number>();
    return joinOverlapping(occurrences).map(({ offsetInPart, length }) => {
      const excerpt = cutExcerpt(text, offsetInPart, offsetInPart + length);
      const words = JSON.stringify([row, entry.field, description, excerpt]);
      const count = (seen.get(words) ?? 0) + 1;
      seen.set(words, count);
      return { id: hashText(`${words} ${count}`), level, place, claimId, message, excerpt };
    });
  });
  return sortLeaks(leaks);
}

/** Leaves out what is there twice, and puts certain leaks first. */
export function sortLeaks(leaks: readonly Leak[]): Leak[] {
  const unique = new Map(leaks.map((leak) => [leak.id, leak]));
  return Array.from(unique.values()).toSorted(
    (a, b) => Number(a.level === 'possible') - Number(b.level === 'possible'),
  );
}
