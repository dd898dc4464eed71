import type { Query } from '../../query';
import { type NumberText, quoteSpan } from '../number-text';
import { type Figure, getInterval } from '../parse/figure';
import { findAll } from '../parse/find-all';
import { getFigure, type Phrase } from '../parse/phrase';
import { intervalPatterns, nextPatterns } from './interval-patterns';

/** How far a time may be off, in years: one that begins in December and ends in January takes two calendar years. */
const wholeYears = 1;
/** How far a time in tens may be off besides: it may be rounded. */
const roundYears = 1;
/** The least and the most that a time may be of the one between the years, where another time could be meant. */
const likelyBounds = { least: 0.6, most: 1.7 };
/** The most white space between two sentences that belong together, in UTF-16 code units. */
const maxGap = 10;

/** Raises a query for a time that does not fit the two years that it lies between: "from 1998 to 2021, after 25 years". */
export function findWrongIntervals({ draft, phrases, language }: NumberText): Query[] {
  const patterns = intervalPatterns[language] ?? [];
  const next = nextPatterns[language] ?? [];
  return phrases.flatMap((phrase, index) => {
    const years = phrase.figures.filter(({ kind }) => kind === 'year');
    const hasCount = phrase.figures.some(({ kind }) => kind === 'number');
    if (years.length === 0 || !hasCount) return [];
    const own = patterns.flatMap(({ pattern, isCertain }) =>
      findAll(pattern, phrase.encoded).flatMap(({ groups }) =>
        check(draft, {
          from: getFigure(phrase, groups?.from),
          to: getFigure(phrase, groups?.to),
          count: getFigure(phrase, groups?.count),
          isCertain,
        }),
      ),
    );
    const before = phrases[index - 1];
    const [found] = own.length > 0 || !before ? own : checkNext(draft, before, phrase, next);
    return found ? [found] : [];
  });
}

interface Interval {
  from: Figure | undefined;
  to: Figure | undefined;
  count: Figure | undefined;
  isCertain: boolean;
}

/** A year in one sentence, and in the next one a later year with the time since then. */
function checkNext(
  draft: NumberText['draft'],
  before: Phrase,
  phrase: Phrase,
  patterns: readonly RegExp[],
): Query[] {
  const gap = draft.text.slice(before.end, phrase.start);
  if (gap.length > maxGap || gap.trim() !== '' || gap.includes('\n')) return [];
  const [from, ...others] = before.figures.filter(({ kind }) => kind === 'year');
  const hasOneYear = phrase.figures.filter(({ kind }) => kind === 'year').length === 1;
  if (others.length > 0 || !hasOneYear) return [];
  return patterns.flatMap((pattern) => {
    const groups = pattern.exec(phrase.encoded)?.groups;
    const [to, count] = [getFigure(phrase, groups?.to), getFigure(phrase, groups?.count)];
    return check(draft, { from, to, count, isCertain: false });
  });
}

function check(draft: NumberText['draft'], { from, to, count, isCertain }: Interval): Query[] {
  if (!from || !to || !count) return [];
  const years = to.value - from.value;
  if (years < 2 || count.value < 2 || count.scale > 1) return [];
  const share = count.value / years;
  if (!isCertain && (share < likelyBounds.least || share > likelyBounds.most)) return [];
  const { low, high } = getInterval(count);
  const slack = wholeYears + (count.value % 10 === 0 || count.bound !== null ? roundYears : 0);
  if (years >= low - slack && years <= high + slack - count.step / 2) return [];
  const places = [from, to, count]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({ start, end }));
  const [first, ...rest] = places;
  const sum = `From ${quoteSpan(draft, from)} to ${quoteSpan(draft, to)} it is ${years} years`;
  const explanation = `${sum}, and the text has ${quoteSpan(draft, count)}.`;
  return first ? [{ rule: 'interval', places: [first, ...rest], explanation }] : [];
}
