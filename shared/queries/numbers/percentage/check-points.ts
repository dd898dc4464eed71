import type { Query } from '../../query';
import { formatCalculated, type NumberText, quoteSpan } from '../number-text';
import { findAll } from '../parse/find-all';
import { getFigure, type Phrase } from '../parse/phrase';
import { createPercentageQuery } from './create-percentage-query';

/** How far a number of percentage points behind "about", "more than" and the like may be off. */
const looseness = 1;

/** Queries where a change in percentage points is not the difference of the shares beside it: "from 64 to 58 per cent, eight points less". */
export function checkPoints(
  draft: NumberText['draft'],
  phrase: Phrase,
  patterns: readonly RegExp[],
): Query[] {
  if (!phrase.figures.some(({ kind }) => kind === 'points')) return [];
  return patterns.flatMap((pattern) =>
    findAll(pattern, phrase.encoded).flatMap(({ groups }): Query[] => {
      const [before, after, points] = [groups?.before, groups?.after, groups?.points].map((sign) =>
        getFigure(phrase, sign),
      );
      if (!before || !after || !points) return [];
      const change = Math.abs(after.value - before.value);
      const isLoose = [before, after, points].some(({ bound }) => bound !== null);
      const rounding = (before.step + after.step + points.step) / 2 + (isLoose ? looseness : 0);
      if (Math.abs(change - points.value) <= rounding + 1e-9) return [];
      const sum = `From ${quoteSpan(draft, before)} to ${quoteSpan(draft, after)} is a change of ${formatCalculated(change, 2)} percentage points`;
      const explanation = `${sum}, and the text has ${quoteSpan(draft, points)}.`;
      return [createPercentageQuery([before, after, points], explanation)];
    }),
  );
}
