import { countOpen, countTotal } from '../review/progress';
import { hasOpenReading } from '../review/reading-progress';
import type { LibraryEntry } from './library-entry';

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
