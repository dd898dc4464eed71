import type { Query } from '../../query';
import { formatRounded, type NumberText, quoteSpan } from '../number-text';
import { findAll } from '../parse/find-all';
import { getFigure, getSignClass, type Phrase } from '../parse/phrase';
import { areConvertible, convert, isConversion, readQuantity } from './convert';

const measure = `[${getSignClass('measure')}]`;
const smaller = `(?:(?:,| and| und)?[ -]?([${getSignClass('number', 'measure')}])(?: inches)?)?`;
const minus = '((?:minus|negative) ?)?';
const equals =
  '(?:= ?|≈ ?|or |oder |i\\.e\\.,? |that is,? |which is |the equivalent of |equivalent to |equal to |das sind |das entspricht |entspricht |umgerechnet |also )*';

/** A quantity, up to three words ("of road"), and the same in other units, in brackets or behind words that equate the two. */
const conversion = new RegExp(
  `${minus}(${measure})${smaller}(?:(?<words>(?:[ -]\\p{L}[\\p{L}-]*){0,3}) ?[(\\[]${equals}|, ${equals}(?<=[\\p{L}=≈] ?)| ?(?:/|=|≈) ?|(?<plain>, | [–—-] )(?=[${getSignClass('measure')}](?:[,;.)]| ?[–—-]))| [–—-] ${equals}(?<=[\\p{L}=≈] ?)) ?${minus}(${measure})${smaller}(?<behind> ?[)\\],;:/–—.]| -|$)?`,
  'gu',
);
/** Words that equate what stands before them with what follows, so that both may be of one system: "50 hectares, or 500,000 m²". */
const equation =
  /(?:=|≈|(?<!\p{L})(?:or|oder|also|das sind|entspricht|umgerechnet|equivalent|equal|that is|which is|i\.e\.))/u;
const comparisons = /(?<!\p{L})(?:per|pro|an?|each|je|than|als|from|to|by|and|und|versus|vs)(?!\p{L})/u;

/** Raises a query where the text gives a quantity in two units that are not the same: "10 miles (12 km)". */
export function findWrongConversions({ draft, phrases }: NumberText): Query[] {
  return phrases.flatMap((phrase) =>
    phrase.figures.some(({ kind }) => kind === 'measure')
      ? findAll(conversion, phrase.encoded).flatMap((match) => checkConversion(draft, phrase, match))
      : [],
  );
}

function checkConversion(draft: NumberText['draft'], phrase: Phrase, match: RegExpExecArray): Query[] {
  const [, minusA, signA, smallA] = match;
  const { words = '', behind, plain } = match.groups ?? {};
  const [minusB, signB, smallB] = match.slice(6, 9);
  const [figureA, figureB] = [getFigure(phrase, signA), getFigure(phrase, signB)];
  // "10 miles (12 km of them in tunnels)" says something else in its brackets.
  if (!figureA || !figureB || behind === undefined || comparisons.test(words)) return [];
  // "300 miles, roughly 480 km," gives one length, and "300 miles, 480 km," may be a list.
  if (plain !== undefined && figureB.bound !== 'about') return [];
  const isEquated = equation.test(match[0]);
  const [partA, partB] = [getFigure(phrase, smallA), getFigure(phrase, smallB)];
  const a = readQuantity(figureA, partA, minusA !== undefined);
  const b = readQuantity(figureB, partB, minusB !== undefined);
  if (!a || !b || !areConvertible(a, b, isEquated) || isConversion(a, b)) return [];
  const places = [
    { start: figureA.start, end: (partA ?? figureA).end },
    { start: figureB.start, end: (partB ?? figureB).end },
  ] as const;
  const values = convert(a, b.unit).map(formatRounded);
  const [first = '', last = first] = [values[0], values.at(-1)];
  const value = first === last ? first : `${first} to ${last}`;
  const written = `${quoteSpan(draft, places[0])} comes to ${value} ${b.unitName}`;
  return [
    {
      rule: 'unit',
      places: [...places],
      explanation: `${written}, and the text has ${quoteSpan(draft, places[1])}.`,
    },
  ];
}
