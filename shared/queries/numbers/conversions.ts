import { type Figure, getLastPlace } from '#shared/reading/figure.ts';
import { findAll } from '#shared/reading/tokens.ts';
import { type Unit, units } from '#shared/reading/units.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import type { Span } from '#shared/text/span.ts';
import type { Query } from '../base/query.ts';
import { formatRounded, type NumberText, quoteSpan, toPlaces } from './number-text.ts';
import { getFigure, getSignClass, type Phrase } from './phrase.ts';

const measure = `[${getSignClass('measure')}]`;
const smaller = `(?:(?:,| and| und)?[ -]?([${getSignClass('number', 'measure')}])(?: inches)?)?`;
const minus = '((?:minus|negative) ?)?';
/** Words that equate the quantity before them with the one behind. */
const equates =
  '(?:or|oder|i\\.e\\.,?|that is,?|which is|(?:is |was |are |were )?(?:the )?(?:equivalent|equal) (?:of|to)|das sind|das ist|das entspricht|entspricht|umgerechnet|also|was|=|≈)';

/** A quantity, up to four words ("of road"), and its conversion in brackets, between dashes, or behind words that equate. */
const conversion = new RegExp(
  `${minus}(${measure})${smaller}(?<words>(?:[ -]\\p{sc=Latn}[\\p{sc=Latn}-]*){0,4}?)(?<joint> ?[(\\[] ?|, ?| ?[–—] ?| - | ?[/=≈] ?| (?=(?:or|oder) ))(?<equals>(?:${equates} )*)${minus}(${measure})${smaller}(?<behind> ?[)\\],;:/–—.]| -| |$)`,
  'giu',
);
const comparisons =
  /(?<!\p{sc=Latn})(?:per|pro|an?|each|je|than|als|from|to|by|and|und|versus|vs)(?!\p{sc=Latn})/u;
/** Largest ratio of a right conversion to the figure behind a bare "or": "5 km or 10 miles" are two distances. */
const maxChoice = 1.8;

/** Raises a query where a quantity and its conversion differ: "10 miles (12 km)". */
export function findWrongConversions(numbers: NumberText): Query[] {
  const { draft, phrases } = numbers;
  const far = findFarConversions(numbers);
  const near = phrases.flatMap((phrase) =>
    phrase.figures.some(({ kind }) => kind === 'measure')
      ? findAll(conversion, phrase.encoded).flatMap((match) => checkConversion(draft, phrase, match))
      : [],
  );
  return [...near, ...far];
}

/** How many sentences with figures a conversion may stand behind its quantity. */
const maxApart = 2;
/** Quantities that differ by more than this factor are hardly meant to be the same. */
const maxSlip = 12;

/** Raises a query where neighbouring sentences have just two quantities of one dimension, in two systems, and they differ. */
function findFarConversions({ draft, phrases }: NumberText): Query[] {
  const measures = phrases.flatMap((phrase, sentence) =>
    phrase.figures.flatMap((figure, index) => {
      const quantity = figure.kind === 'measure' ? readQuantity(figure, undefined, false) : null;
      const next = phrase.figures[index + 1];
      // The quantity in "six feet ten" goes on behind its unit.
      const isWhole = !next || next.start - figure.end > 6;
      return quantity && isWhole ? [{ figure, quantity, sentence }] : [];
    }),
  );
  return measures.flatMap((a): Query[] => {
    const like = measures.filter(
      (one) =>
        one.quantity.unit.dimension === a.quantity.unit.dimension &&
        Math.abs(one.sentence - a.sentence) <= maxApart,
    );
    const [first, second] = like;
    if (like.length !== 2 || first !== a || !second || second.sentence === a.sentence) return [];
    const { quantity: b, figure } = second;
    if (metric.has(a.quantity.unitName) === metric.has(b.unitName) || isConversion(a.quantity, b)) return [];
    const [value = 0] = convert(a.quantity, b.unit);
    if (Math.max(value / b.value, b.value / value) > maxSlip) return [];
    return [createQuery(draft, [a.figure, figure], a.quantity, b)];
  });
}

function checkConversion(draft: DraftText, phrase: Phrase, match: RegExpExecArray): Query[] {
  const [, minusA, signA, smallA] = match;
  const { words = '', joint = '', equals = '', behind = '' } = match.groups ?? {};
  const [minusB, signB, smallB] = match.slice(7, 10);
  const [figureA, figureB] = [getFigure(phrase, signA), getFigure(phrase, signB)];
  if (!figureA || !figureB || comparisons.test(words)) return [];
  const isBracket = /[([]/.test(joint);
  // The brackets in "10 miles (12 km of them in tunnels)" hold no conversion.
  if (behind === ' ' && (isBracket || equals === '')) return [];
  const isEquated = equals !== '' || /[/=≈]/.test(joint);
  const isEnclosed = /[–—-]/.test(joint) && /[–—-]/.test(behind);
  // "300 miles, roughly 480 km," gives one length, and "300 miles, 480 km," may be a list.
  if (!isBracket && !isEquated && !isEnclosed && figureB.bound !== 'about') return [];
  const [partA, partB] = [getFigure(phrase, smallA), getFigure(phrase, smallB)];
  const a = readQuantity(figureA, partA, minusA !== undefined);
  const b = readQuantity(figureB, partB, minusB !== undefined);
  if (!a || !b || !areConvertible(a, b, isEquated) || isConversion(a, b)) return [];
  const converted = convert(a, b.unit);
  const isChoice = joint === ' ' || (joint === ', ' && /^(?:or|oder) $/i.test(equals) && behind === ' ');
  const ratio = (converted[0] ?? 0) / b.value;
  if (isChoice && (ratio > maxChoice || ratio < 1 / maxChoice)) return [];
  const places = [
    { start: figureA.start, end: (partA ?? figureA).end },
    { start: figureB.start, end: (partB ?? figureB).end },
  ] as const;
  return [createQuery(draft, places, a, b)];
}

function createQuery(draft: DraftText, [a, b]: readonly [Span, Span], from: Quantity, to: Quantity): Query {
  const values = convert(from, to.unit).map(formatRounded);
  const [first = '', last = first] = [values[0], values.at(-1)];
  const value = first === last ? first : `${first} to ${last}`;
  const written = `${quoteSpan(draft, a)} comes to ${value} ${to.unitName}`;
  const explanation = `${written}, and the text has ${quoteSpan(draft, b)}.`;
  const places = [a, b].map(({ start, end }) => ({ start, end }));
  return { rule: 'unit', places: toPlaces(places), explanation };
}

/** A measured quantity with its unit, from one figure or two ("5 feet 10"). */
interface Quantity {
  value: number;
  step: number;
  /** The place value of the last digit that is not zero: 100 for 1,200. */
  lastPlace: number;
  unit: Unit;
  unitName: string;
  bound: Figure['bound'];
}

/** How far a converted number that ends in zeros may be rounded, as a share of the number. */
const maxRounding = 0.08;
/** How far a number behind "about" or "nearly" may be off, as a share of the number. */
const maxApproximation = 0.12;

const metric = new Set(
  'mm cm m km m² km² hectares g kg tonnes ml litres hectolitres m³ km/h m/s °C kW MW bar kJ'.split(' '),
);

/**
 * Whether one quantity may be a conversion of the other: both have one dimension, in two systems. Where the text equates them, they
 * may be of one system.
 */
function areConvertible(a: Quantity, b: Quantity, isEquated: boolean): boolean {
  if (a.unit.dimension !== b.unit.dimension || a.unitName === b.unitName) return false;
  if (isEquated) return true;
  if (metric.has(a.unitName) !== metric.has(b.unitName)) return true;
  return ['speed', 'energy', 'power'].includes(a.unit.dimension) && !metric.has(a.unitName);
}

/** How far a temperature in whole degrees may be off, by itself and behind "about". */
const maxDegrees = { exact: 1.1, approximate: 3 };

function getTolerance({ value, step, lastPlace, bound, unit }: Quantity): number {
  if (unit.dimension === 'temperature' && Math.abs(value) < 200)
    return bound === null ? Math.max(step / 2, maxDegrees.exact) : maxDegrees.approximate;
  const share = bound === null ? maxRounding : maxApproximation;
  const rounded = Math.min(lastPlace / 2, Math.abs(value) * share);
  return Math.max(step / 2, rounded, bound === null ? 0 : Math.abs(value) * 0.06) * 1.02;
}

/** Converts a quantity into another unit: one value for each meaning of the two names. `isDifference` ignores the zero point of degrees. */
function convert(from: Quantity, to: Unit, isDifference = false): number[] {
  const offset = (unit: Unit) => (isDifference ? 0 : (unit.offset ?? 0));
  return from.unit.factors.flatMap((factor) =>
    to.factors.map((other) => ((from.value + offset(from.unit)) * factor) / other - offset(to)),
  );
}

/** Whether one quantity is a right conversion of the other, given how both are rounded. */
function isConversion(a: Quantity, b: Quantity): boolean {
  // "A rise of 2 °C (3.6 °F)" is a difference of degrees.
  const kinds = a.unit.dimension === 'temperature' ? [false, true] : [false];
  return kinds.some(
    (isDifference) =>
      convert(a, b.unit, isDifference).some((value) => Math.abs(value - b.value) <= getTolerance(b)) ||
      convert(b, a.unit, isDifference).some((value) => Math.abs(value - a.value) <= getTolerance(a)),
  );
}

/** Reads the quantity of a figure and of the smaller unit behind it, if any; null where the two are not one quantity. */
function readQuantity(figure: Figure, smaller: Figure | undefined, isNegative: boolean): Quantity | null {
  const unit = figure.unit === null ? undefined : units[figure.unit];
  if (!unit || figure.unit === null) return null;
  const { bound } = figure;
  if (!smaller) {
    const value = isNegative ? -figure.value : figure.value;
    return { value, step: figure.step, lastPlace: getLastPlace(figure), unit, unitName: figure.unit, bound };
  }
  const parts = new Map(
    Object.entries({ feet: ['inches', 12], pounds: ['ounces', 16], stone: ['pounds', 14] } as const),
  ).get(figure.unit);
  if (!parts) return null;
  const [name, count] = parts;
  if ((smaller.unit !== null && smaller.unit !== name) || smaller.value >= count) return null;
  const value = figure.value + smaller.value / count;
  const step = smaller.step / count;
  return { value, step, lastPlace: step, unit, unitName: figure.unit, bound };
}
