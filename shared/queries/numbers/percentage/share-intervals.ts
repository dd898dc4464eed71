import { type Figure, getInterval, getLastPlace, type Interval } from '../parse/figure';

/** How far a share in per cent that ends in 0 or 5 may be rounded, in percentage points, and one behind "about". */
const roundPoints = 1.5;
const aboutPoints = 4;
/** How far a value may lie beyond a share behind "more than" or "nearly", in percentage points. */
const beyondPoints = 8;
const exactPoints = 0.6;

/** Smaller amounts of money are prices, which are not rounded. */
const maxPrice = 100;

/** The shares, with 1 for the whole, that a figure in per cent or a fraction may stand for. */
export function getShareInterval({ kind, value, step, bound }: Figure): Interval {
  const scale = kind === 'percent' ? 100 : 1;
  const middle = value / scale;
  const exact = kind === 'percent' ? Math.max(exactPoints * step, step / 2) / 100 : step / 2;
  const isRound = kind === 'percent' && step === 1 && value % 5 === 0;
  const half = isRound ? roundPoints / 100 : exact;
  if (bound === 'about')
    return { low: middle - aboutPoints / 100 - half, high: middle + aboutPoints / 100 + half };
  // Large changes are named more roughly: "more than 200 per cent".
  const beyond = Math.max(beyondPoints / 100, middle * 0.2);
  if (bound === 'over') return { low: middle - half, high: middle + beyond };
  if (bound === 'under') return { low: middle - beyond, high: middle + half };
  return { low: middle - half, high: middle + Math.max(half, middle > 1 ? middle * 0.02 : 0) };
}

/** How far a number with a word such as "million" may have been rounded, as a share of it: the word leaves out its zeros. */
const maxScaledRounding = 0.0125;
/** The same for one whose last digit is its first: "8 million" beside a percentage is hardly 7.6. */
const maxShortRounding = 0.02;

/**
 * The values that a number may stand for in a calculation: a count of things that does not end in zeros is exact, and "40 million"
 * is rounded to millions rather than to tens of them.
 */
export function getExactInterval(figure: Figure): Interval {
  const { kind, value, step, bound, scale } = figure;
  if (scale > 1 && bound === null) {
    const rounded = Math.max(step / 2, Math.min(getLastPlace(figure) / 2, value * maxScaledRounding));
    const half = Math.min(rounded, value * maxShortRounding);
    return { low: value - half, high: value + half };
  }
  const isCount = kind === 'number' && getLastPlace(figure) === 1;
  const isPrice = kind === 'money' && value < maxPrice;
  const isExact = (isCount || isPrice) && step === 1 && bound === null;
  return isExact ? { low: value, high: value } : getInterval(figure);
}

/** The change from one number to another as shares of the first, without its sign. Null where the first may be zero. */
export function getChange(before: Interval, after: Interval): Interval | null {
  if (before.low <= 0 || after.low < 0) return null;
  const low = (after.low - before.high) / before.high;
  const high = (after.high - before.low) / before.low;
  if (low <= 0 && high >= 0) return { low: 0, high: Math.max(-low, high) };
  return { low: Math.min(Math.abs(low), Math.abs(high)), high: Math.max(Math.abs(low), Math.abs(high)) };
}

/** One number as a share of another. Null where the other may be zero. */
export function getRatio(part: Interval, whole: Interval): Interval | null {
  return whole.low <= 0 || part.low < 0 ? null : { low: part.low / whole.high, high: part.high / whole.low };
}
