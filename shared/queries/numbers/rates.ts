import { type Figure, getInterval, getLastPlace, type Interval } from '#shared/reading/figure.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import type { Query } from '../base/query.ts';
import { formatCalculated, quoteSpan, toPlaces } from './number-text.ts';
import type { PercentageWords } from './percentage-words.ts';
import type { Item } from './phrase.ts';

/** The meaning of a rate: how much the second figure differs from the first, or which share of the second the first is. */
export type RateSense = 'change' | 'share';

/** One sentence, or two that follow each other, with a sign for each figure. */
export interface RatePassage {
  text: string;
  items: readonly Item[];
  words: PercentageWords;
}

/** A rate: a figure, or a word such as "doubled". The value of a multiple is the factor. */
export interface Rate {
  kind: 'share' | 'points' | 'multiple';
  interval: Interval;
  at: number;
  end: number;
  figure: Figure | null;
  /** The words of the text. */
  written: string | null;
  /** The direction by the words beside it; null where they give none. */
  direction: 'up' | 'down' | null;
}

/** Two like figures, and how the words relate them. In a share, `first` is the part and `second` the whole. */
export interface Link {
  sense: RateSense;
  first: Item;
  second: Item;
  /** Whether the words show which figure came first, or is the part. */
  isOrdered: boolean;
  /** How sure it is that the figures belong together, from 1 to 3. */
  strength: number;
}

/** Lists the rates of a passage: percentages, fractions, percentage points, and words that multiply. */
export function listRates({ items, text, words }: RatePassage): Rate[] {
  const rates = items.flatMap(({ figure, at }): Rate[] => {
    const direction = readDirection({ items, text, words }, at);
    if (figure.kind === 'percent' || figure.kind === 'fraction')
      return [
        {
          kind: 'share',
          interval: getShareInterval(figure),
          at,
          end: at + 1,
          figure,
          written: null,
          direction,
        },
      ];
    if (figure.kind !== 'points') return [];
    const half = figure.step / 2 + (figure.bound === null ? 0.1 : 1);
    const interval = { low: figure.value - half, high: figure.value + half };
    return [{ kind: 'points', interval, at, end: at + 1, figure, written: null, direction }];
  });
  const multiples = words.multiples.flatMap(([factor, pattern]): Rate[] => {
    const match = pattern.exec(text);
    if (!match) return [];
    const isMore = /(?:more than|over|mehr als) $/iu.test(text.slice(0, match.index));
    const interval = { low: factor * (isMore ? 0.98 : 0.88), high: factor * (isMore ? 1.5 : 1.25) };
    const end = match.index + match[0].length;
    return [
      { kind: 'multiple', interval, at: match.index, end, figure: null, written: match[0], direction: null },
    ];
  });
  const times = items.flatMap(({ figure, at }): Rate[] => {
    const match = figure.kind === 'number' ? multipleBehind.exec(text.slice(at + 1, at + 40)) : null;
    if (!match) return [];
    const interval = { low: figure.value * 0.88, high: figure.value * 1.25 };
    return [
      {
        kind: 'multiple',
        interval,
        at,
        end: at + 1 + match[0].length,
        figure,
        written: null,
        direction: null,
      },
    ];
  });
  return [...rates, ...multiples, ...times].sort((a, b) => a.at - b.at);
}

/** The words beside a rate, up to the next figure on each side. */
function getBeside(
  { items, text }: RatePassage,
  start: number,
  end: number,
): { before: string; behind: string } {
  const last = items.filter(({ at }) => at < start).at(-1);
  const next = items.find(({ at }) => at >= end);
  return {
    before: text.slice(Math.max(last ? last.at + 1 : 0, start - 60), start),
    behind: text.slice(end, Math.min(next?.at ?? text.length, end + 40)),
  };
}

function readDirection(passage: RatePassage, at: number): Rate['direction'] {
  const { before, behind } = getBeside(passage, at, at + 1);
  const near = `${before.slice(-30)} ${behind.slice(0, 25)}`;
  const [isUp, isDown] = [passage.words.rise.test(near), passage.words.fall.test(near)];
  if (isUp === isDown) return null;
  return isUp ? 'up' : 'down';
}

/** Decides by the words beside a rate whether it is a change or a share; null where they leave it open. */
export function getRateSense(passage: RatePassage, rate: Rate): RateSense | null {
  if (rate.kind !== 'share') return 'change';
  const { words } = passage;
  const { before, behind } = getBeside(passage, rate.at, rate.end);
  if (words.changeBehind.test(behind) || words.changeBefore.test(before)) return 'change';
  return words.shareBehind.test(behind) || words.shareBefore.test(before) ? 'share' : null;
}

/** Behind a multiple that compares: "three times as many". */
const multipleBehind = /^ (?:times (?:as \p{sc=Latn}+|what|the)|mal so \p{sc=Latn}+)(?!\p{sc=Latn})/iu;

/** Computes the rate of two figures: the change from the first to the second, or the share of the first in the second. */
export function compute({ kind }: Rate, a: Figure, b: Figure, sense: RateSense): Interval | null {
  if (kind === 'points') {
    const [low, high] = [Math.abs(a.value - b.value), (a.step + b.step) / 2];
    return { low: low - high, high: low + high };
  }
  const [from, to] = [getExactInterval(a), getExactInterval(b)];
  if (kind === 'multiple') return getRatio(to, from);
  return sense === 'change' ? getChange(from, to) : getRatio(from, to);
}

/** How far a percentage that ends in 0 or 5 may be rounded, and how far one behind "about" may be off, in percentage points. */
const roundPoints = 1.5;
const aboutPoints = 4;
/** How far a value may lie beyond a share behind "more than" or "nearly", in percentage points. */
const beyondPoints = 6;
const exactPoints = 0.6;

/** Smaller amounts of money are prices, which are not rounded. */
const maxPrice = 100;

/** The shares, with 1 for the whole, that a figure in per cent or a fraction may stand for. */
function getShareInterval({ kind, value, step, bound }: Figure): Interval {
  const scale = kind === 'percent' ? 100 : 1;
  const middle = value / scale;
  const exact = kind === 'percent' ? Math.max(exactPoints * step, step / 2) / 100 : step / 2;
  const isRound = kind === 'percent' && step === 1 && value % 5 === 0;
  const half = isRound ? roundPoints / 100 : exact;
  if (bound === 'about')
    return { low: middle - aboutPoints / 100 - half, high: middle + aboutPoints / 100 + half };
  // Writers give large changes more roughly: "more than 200 per cent".
  const beyond = Math.max(beyondPoints / 100, middle * 0.2);
  if (bound === 'over') return { low: middle - half, high: middle + beyond };
  if (bound === 'under') return { low: middle - beyond, high: middle + half };
  return { low: middle - half, high: middle + Math.max(half, middle > 1 ? middle * 0.02 : 0) };
}

/** How far a number with a word such as "million" may have been rounded, as a share of it. */
const maxScaledRounding = 0.0125;
/** As `maxScaledRounding`, for one digit: "8 million" beside a percentage hardly stands for 7.6. */
const maxShortRounding = 0.02;

/**
 * The values that a number may stand for in a calculation. A count that does not end in zeros is exact, and "40 million" is
 * rounded to the nearest million rather than to the nearest ten million.
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
  if (isExact) return { low: value, high: value };
  if (bound !== null) return getInterval(figure);
  const half = Math.max(step / 2, Math.min(getLastPlace(figure) / 2, value * maxScaledRounding));
  return { low: value - half, high: value + half };
}

/** The size of the change from one number to another, as a share of the first. Null where the first may be zero. */
function getChange(before: Interval, after: Interval): Interval | null {
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

/** Whether two figures are of one kind. "From 28 million to 38 million euros" leaves out the unit of the first. */
export function isLike(a: Figure, b: Figure): boolean {
  if (a.value === b.value || a.value <= 0 || b.value <= 0) return false;
  if (a.kind === b.kind) return a.unit === b.unit;
  const [bare, full] = a.kind === 'number' ? [a, b] : [b, a];
  return bare.kind === 'number' && ['money', 'measure'].includes(full.kind) && a.scale === b.scale;
}

/** A query about a rate that does not follow from two figures. */
export function createRateQuery(draft: DraftText, rate: Rate, { sense, first, second }: Link): Query {
  const [a, b] = [first.figure, second.figure];
  const written = rate.figure ? quoteSpan(draft, rate.figure) : `“${rate.written ?? ''}”`;
  const places = toPlaces([a, b, ...(rate.figure ? [rate.figure] : [])]);
  const explanation = `${describeRelation(draft, rate, a, b, sense)}, and the text has ${written}.`;
  return { rule: 'percentage', places, explanation };
}

function describeRelation(draft: DraftText, { kind }: Rate, a: Figure, b: Figure, sense: RateSense): string {
  const [from, to] = [quoteSpan(draft, a), quoteSpan(draft, b)];
  const difference = Math.abs(b.value - a.value);
  if (kind === 'points')
    return `From ${from} to ${to} is a change of ${formatCalculated(difference, 2)} percentage points`;
  if (kind === 'multiple')
    return `From ${from} to ${to} is ${formatCalculated(b.value / a.value, 2)} times as much`;
  return sense === 'change'
    ? `From ${from} to ${to} is a change of ${formatCalculated((difference / a.value) * 100, 1)} %`
    : `${from} of ${to} is ${formatCalculated((a.value / b.value) * 100, 1)} %`;
}
