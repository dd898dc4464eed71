import type { Query } from '../../query';
import { type NumberText, quoteSpan } from '../number-text';
import { type Figure, getInterval } from '../parse/figure';
import { findAll } from '../parse/find-all';
import { getFigure, getSignClass, type Phrase } from '../parse/phrase';
import { findWritingYears } from './writing-years';

const year = `(?<year>[${getSignClass('year')}])`;
const count = `(?<count>[${getSignClass('number')}])`;
const ordinal = `(?<count>[${getSignClass('ordinal')}])`;
const few = `[^${getSignClass('number', 'year', 'percent', 'money', 'measure', 'range', 'ordinal')}.;:]`;
const founded =
  '(?:founded|established|opened|built|launched|started|created|formed|incorporated|gegründet|eröffnet|erbaut|gebaut|errichtet|gestartet)';

/** A year with the time since then: "in 1990, 50 years ago", "seit 1990, also seit 50 Jahren". */
const patterns = [
  `${year}${few}{0,20}?(?:,| [–—-]| ?\\() ?(?:(?:or|some|just|exactly|that is|i\\.e\\.|which is) )*${count} years ago`,
  `${count} years ago(?:,| [–—-]| ?\\() ?(?:in|back in) ${year}`,
  `since ${year}${few}{0,20}?(?:,| [–—-]| ?\\() ?(?:(?:or|that is|for|i\\.e\\.|so|now) )*${count} years`,
  `${year}${few}{0,30}?(?:,| [–—-]| ?\\() ?(?:also |das ist |genau |mithin )*vor ${count} Jahren`,
  `vor ${count} Jahren(?:,| [–—-]| ?\\() ?(?:also |im Jahr |im Jahre )*${year}`,
  `seit ${year}${few}{0,30}?(?:,| [–—-]| ?\\() ?(?:also |das sind |mithin )*(?:seit )?${count} Jahren?`,
  `${founded} (?:in|im Jahr)? ?${year}${few}{0,60}?(?:celebrates?|marks?|is celebrating|is marking|turns)${few}{0,20}? ${ordinal} (?:anniversary|birthday)(?! in)`,
  `(?:celebrates?|marks?|is celebrating|is marking)${few}{0,20}? ${ordinal} (?:anniversary|birthday)${few}{0,60}?${founded} in ${year}`,
  `${year}${few}{0,30}?${founded}${few}{0,60}?(?:feiert|begeht)${few}{0,40}? ${count}[- ]?jähriges`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** Raises a query for a number of years that does not fit the year beside it. */
export function findWrongAnniversaries({ draft, phrases, today }: NumberText): Query[] {
  return phrases.flatMap((phrase) => {
    if (!phrase.figures.some(({ kind }) => kind === 'year') || phrase.figures.length < 2) return [];
    return patterns.flatMap((pattern) =>
      findAll(pattern, phrase.encoded).flatMap(({ groups }) => check({ draft, today }, phrase, groups ?? {})),
    );
  });
}

function check(
  { draft, today }: Pick<NumberText, 'draft' | 'today'>,
  phrase: Phrase,
  groups: Record<string, string>,
): Query[] {
  const [since, years] = [getFigure(phrase, groups.year), getFigure(phrase, groups.count)];
  if (!since || !years || years.value < 2) return [];
  const written = findWritingYears(draft.text, today, new Set([since.value]));
  const { low, high } = getYears(years);
  const [least, most] = [written.first - since.value - 1, written.last - since.value + 1];
  if (least < 0 || (high >= least && low <= most)) return [];
  const places = [since, years].sort((a, b) => a.start - b.start).map(({ start, end }) => ({ start, end }));
  const given = `${written.last - since.value} years by ${written.last}`;
  const explanation = `From ${quoteSpan(draft, since)} it is ${given}, and the text has ${quoteSpan(draft, years)}.`;
  const [first, second] = places;
  return first && second ? [{ rule: 'age', places: [first, second], explanation }] : [];
}

/** The years that a number may stand for: one in tens may be rounded. */
function getYears(figure: Figure): { low: number; high: number } {
  const { low, high } = getInterval(figure);
  const isRound = figure.value % 10 === 0 && figure.kind === 'number';
  return isRound
    ? { low: Math.min(low, figure.value - 1), high: Math.max(high, figure.value + 1) }
    : { low, high };
}
