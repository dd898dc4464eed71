import type { Span } from '../text/span.ts';

/**
 * The kind of a figure: a count (`number`), an amount of money, a measured quantity, a share (`percent`, `fraction`), percentage
 * points, or a calendar year. A `range` ("10–12") and an `ordinal` have no single value to calculate with.
 */
export type FigureKind =
  | 'number'
  | 'money'
  | 'measure'
  | 'percent'
  | 'fraction'
  | 'points'
  | 'year'
  | 'ordinal'
  | 'range';

/** A number in the text with its unit: "€412 million", "12 km", "a third". UTF-16 offsets into the draft's text. */
export interface Figure extends Span {
  kind: FigureKind;
  value: number;
  /** The place value of the last written digit: 0.1 for "1.5", 100,000 for "1.5 million". */
  step: number;
  /** The factor of a word such as "million"; 1 without one. */
  scale: number;
  /** The currency, or the name of the unit in `units.ts`; null for a count. */
  unit: string | null;
  /** The precision that the words before it give: "about", "nearly", "more than". */
  bound: 'about' | 'under' | 'over' | null;
  /** Whether it is written as a word, such as "twelve". */
  isWord: boolean;
}

/** A figure and its tokens, [from, to). */
export interface FoundFigure {
  figure: Figure;
  from: number;
  to: number;
}

/** An interval of numbers, both ends included. */
export interface Interval {
  low: number;
  high: number;
}

/** How far a number that ends in zeros may have been rounded, as a share of the number. */
const maxRounding = 0.025;
/** How far a number behind "about" may be off, as a share of the number. */
const maxApproximation = 0.06;
/** How far the true value may lie beyond a number behind "more than" or "nearly", as a share of the number. */
const maxBeyond = 0.12;

/** The values that a figure may stand for, given how precisely it is written. */
export function getInterval(figure: Figure): Interval {
  const { value, bound } = figure;
  const size = Math.abs(value);
  const rounded = Math.max(figure.step / 2, Math.min(getLastPlace(figure) / 2, size * maxRounding));
  if (bound === 'about') {
    const half = Math.max(rounded, size * maxApproximation);
    return { low: value - half, high: value + half };
  }
  if (bound === 'over') return { low: value - rounded / 2, high: value + size * maxBeyond + rounded };
  if (bound === 'under') return { low: value - size * maxBeyond - rounded, high: value + rounded / 2 };
  return { low: value - rounded, high: value + rounded };
}

/** The place value of the last digit that is not zero: 1,000 for 38,000. */
export function getLastPlace({ value, step }: Pick<Figure, 'value' | 'step'>): number {
  let place = step;
  const steps = Math.round(Math.abs(value) / step);
  if (steps === 0 || !Number.isSafeInteger(steps)) return step;
  for (let rest = steps; rest % 10 === 0; rest /= 10) place *= 10;
  return place;
}

/** Whether two intervals have a number in common. */
export function overlaps(a: Interval, b: Interval): boolean {
  // A millionth covers rounding errors of floating-point numbers.
  const slack = 1e-6 * Math.max(Math.abs(a.high), Math.abs(b.high), 1e-9);
  return a.low <= b.high + slack && b.low <= a.high + slack;
}
