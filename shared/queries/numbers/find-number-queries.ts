import type { ReadText } from '../../reading/read-text';
import { compareSpans } from '../../text/span';
import type { Query } from '../base/query';
import { findWrongAges } from './ages';
import { findWrongAnniversaries } from './anniversaries';
import { findWrongConversions } from './conversions';
import { encodeNumbers } from './number-text';
import { findWrongPercentages } from './percentages';
import { findWrongShares } from './shares';
import { findWrongSpans } from './spans-of-years';
import { findWrongTables } from './tables';
import { findWrongTotals } from './totals';
import { findTwoFigures } from './two-figures';
import { findWrongWeekdays } from './weekdays';

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
