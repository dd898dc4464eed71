import type { ReadText } from '#shared/reading/read-text.ts';
import { compareSpans } from '#shared/text/span.ts';
import type { Query } from '../base/query.ts';
import { findWrongAges } from './ages.ts';
import { findWrongAnniversaries } from './anniversaries.ts';
import { findWrongConversions } from './conversions.ts';
import { encodeNumbers } from './number-text.ts';
import { findWrongPercentages } from './percentages.ts';
import { findWrongShares } from './shares.ts';
import { findWrongSpans } from './spans-of-years.ts';
import { findWrongTables } from './tables.ts';
import { findWrongTotals } from './totals.ts';
import { findTwoFigures } from './two-figures.ts';
import { findWrongWeekdays } from './weekdays.ts';

/**
 * Finds where the numbers of a draft contradict each other, in order of the first place. `today` is an ISO 8601 date.
 */
export function findNumberQueries(read: ReadText, today: string): Query[] {
  const numbers = encodeNumbers(read, today);
  const queries = [
    ...findTwoFigures(numbers),
    ...findWrongAges(numbers),
    ...findWrongAnniversaries(numbers),
    ...findWrongSpans(numbers),
    ...findWrongTotals(numbers),
    ...findWrongShares(numbers),
    ...findWrongTables(numbers),
    ...findWrongPercentages(numbers),
    ...findWrongWeekdays(numbers),
    ...findWrongConversions(numbers),
  ];
  return queries
    .filter((query, index) => !queries.slice(0, index).some((earlier) => isSameSlip(earlier, query)))
    .sort((a, b) => compareSpans(a.places[0], b.places[0]));
}

/** Whether two queries of one kind are about the same figures, because two rules found the same slip. */
function isSameSlip(a: Query, b: Query): boolean {
  const shared = a.places.filter((one) =>
    b.places.some((other) => one.start < other.end && other.start < one.end),
  );
  return a.rule === b.rule && shared.length > 1;
}
