import { type Figure, getInterval, getLastPlace, overlaps } from '../parse/figure';

/**
 * How one number may have become another: two digits that changed places, one that was mistyped, zeros or a "million" that slipped;
 * or neither.
 */
export type Slip = 'swapped' | 'mistyped' | 'scaled' | 'other';

/** How two different figures may be one that was written two ways; null where one may be the other rounded. */
export function findSlip(a: Figure, b: Figure): Slip | null {
  if (overlaps(getInterval(a), getInterval(b)) || isRounding(a, b) || isRounding(b, a)) return null;
  const [digitsA, digitsB] = [getDigits(a), getDigits(b)];
  const ratio = Math.log10(a.value / b.value);
  if (digitsA === digitsB) return 'scaled';
  const length = Math.max(digitsA.length, digitsB.length);
  if (Math.abs(ratio) >= 1 || length < 2) return 'other';
  const place = Math.min(getLastPlace(a), getLastPlace(b));
  const [left, right] = [a, b].map(({ value }) => String(Math.round(value / place)));
  if (left === undefined || right?.length !== left.length) return 'other';
  const differing = [...left].flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return 'mistyped';
  const isSwapped =
    differing.length === 2 &&
    second === first + 1 &&
    left[first] === right[second] &&
    left[second] === right[first];
  return isSwapped ? 'swapped' : 'other';
}

/** The digits of a number without the zeros at its end. */
export function getDigits(figure: Figure): string {
  return String(Math.round(figure.value / getLastPlace(figure)));
}

/** Whether a figure is another one, rounded to its own last place or cut off there. */
function isRounding(rounded: Figure, exact: Figure): boolean {
  const place = getLastPlace(rounded);
  const rest = exact.value - rounded.value;
  return place > getLastPlace(exact) && rest < place && rest >= -place / 2;
}
