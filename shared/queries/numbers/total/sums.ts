import type { DraftText } from '../../../text/draft-text';
import type { Span } from '../../../text/span';
import type { Query } from '../../query';
import { formatCalculated, quoteSpan } from '../number-text';
import { type Figure, getInterval, getLastPlace } from '../parse/figure';

/** The smallest total that is checked; below it numbers count reasons and steps. */
const minTotal = 6;

/** Numbers below this are counted, and not rounded, even if they end in zeros. */
const minRounded = 1_000;
const minRoundedPlace = 100;

/** How far the sum of parts may be off because they and the total are rounded. */
export function getRounding(parts: readonly Figure[], total: Figure): number {
  const all = [...parts, total];
  if (all.every(({ step }) => step === 1)) {
    const place = Math.min(...all.map(getLastPlace));
    return total.value < minRounded || place < minRoundedPlace ? 0 : (all.length * place) / 2;
  }
  return (all.length * Math.max(...all.map(({ step }) => step))) / 2.5;
}

/** Whether a number can be a part of a total. "120 million" is one of an amount of money. */
function isPartOf({ kind, unit, scale, value }: Figure, total: Figure): boolean {
  const leavesOutUnit = kind === 'number' && scale > 1 && scale === total.scale && total.kind === 'money';
  return value > 0 && ((kind === total.kind && unit === total.unit) || leavesOutUnit);
}

/** How far the sum may be off because of "about" and the like. */
function getVagueness(figures: readonly Figure[]): number {
  return figures
    .filter(({ bound }) => bound !== null)
    .map(getInterval)
    .reduce((sum, { low, high }) => sum + (high - low) / 2, 0);
}

/**
 * Whether parts do not add up to their total. `least` and `most` bound their sum as shares of the total: beyond them the numbers
 * are no parts of it.
 */
export function isWrongSum(
  parts: readonly Figure[],
  total: Figure,
  { least, most }: { least: number; most: number },
): boolean {
  const sum = parts.reduce((so, { value }) => so + value, 0);
  const isAlike = parts.every((part) => isPartOf(part, total));
  if (
    !isAlike ||
    total.value < minTotal ||
    parts.length === total.value ||
    parts.some(({ value }) => value >= total.value)
  )
    return false;
  if (sum < least * total.value || sum > most * total.value) return false;
  return Math.abs(sum - total.value) > getRounding(parts, total) + getVagueness([...parts, total]) + 1e-9;
}

/** A query about parts that do not add up. The most parts that it quotes are eight. */
export function createSumQuery(draft: DraftText, parts: readonly Figure[], total: Figure): Query {
  const sum = parts.reduce((so, { value }) => so + value, 0);
  const decimals = Math.max(0, ...parts.map(({ step }) => Math.ceil(-Math.log10(step) - 1e-9)));
  const quoted = parts.slice(0, 8).map((part) => quoteSpan(draft, part));
  const added = `${quoted.join(' + ')}${parts.length > quoted.length ? ' + …' : ''}`;
  const explanation = `${added} is ${formatCalculated(sum, decimals)}, and the text has ${quoteSpan(draft, total)}.`;
  return { rule: 'total', places: toPlaces([...parts, total]), explanation };
}

/** Spans in order of the text. */
export function toPlaces(spans: readonly Span[]): [Span, ...Span[]] {
  const [first = { start: 0, end: 1 }, ...others] = spans
    .map(({ start, end }) => ({ start, end }))
    .sort((a, b) => a.start - b.start);
  return [first, ...others];
}

/** The most white space between two sentences that belong together, in UTF-16 code units. */
const maxGap = 10;

/** Whether one sentence follows the other directly, in the same paragraph or the next. */
export function areNeighbours({ text }: DraftText, { end }: Span, { start }: Span): boolean {
  return start - end < maxGap && text.slice(end, start).trim() === '';
}
