import { countOpen, countTotal } from '../review/progress';
import type { LibraryEntry } from './library-entry';

/** Whether the deadline of a check has passed at `now` (milliseconds since the epoch), and it is not done: it has open claims, or none at all. */
export function isLate(
  { deadline, progress }: Pick<LibraryEntry, 'deadline' | 'progress'>,
  now: number,
): boolean {
  const isDone = countTotal(progress) > 0 && countOpen(progress) === 0;
  return deadline !== null && Date.parse(deadline) < now && !isDone;
}
