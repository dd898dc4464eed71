import { type Figure, getInterval } from '#shared/reading/figure.ts';
import { findAll } from '#shared/reading/tokens.ts';
import type { DraftText } from '#shared/text/draft-text.ts';
import type { Query } from '../base/query.ts';
import { areNeighbours, type NumberText, quoteSpan, toPlaces } from './number-text.ts';
import { getFigure, getSignClass, listItems, type Phrase } from './phrase.ts';
import { findWritingYears, type WritingYears } from './writing-years.ts';

const year = `(?<year>[${getSignClass('year')}])`;
const count = `(?<count>[${getSignClass('number')}])`;
const ordinal = `(?<count>[${getSignClass('ordinal')}])`;
const few = `[^${getSignClass('number', 'year', 'percent', 'money', 'measure', 'range', 'ordinal')}.;:]`;

/** A year with the time since then: "in 1990, 50 years ago", "seit 1990, also seit 50 Jahren". */
const agoPatterns = [
  `${year}${few}{0,20}?(?:,| [–—-]| ?\\() ?(?:(?:or|some|just|exactly|that is|i\\.e\\.|which is) )*${count} years ago`,
  `${count} years ago(?:,| [–—-]| ?\\() ?(?:in|back in) ${year}`,
  `since ${year}${few}{0,20}?(?:,| [–—-]| ?\\() ?(?:(?:or|that is|for|i\\.e\\.|so|now) )*${count} years`,
  `${year}${few}{0,30}?(?:,| [–—-]| ?\\() ?(?:also |das ist |genau |mithin )*vor ${count} Jahren`,
  `vor ${count} Jahren(?:,| [–—-]| ?\\() ?(?:also |im Jahr |im Jahre )*${year}`,
  `seit ${year}${few}{0,30}?(?:,| [–—-]| ?\\() ?(?:also |das sind |mithin )*(?:seit )?${count} Jahren?`,
].map((pattern) => new RegExp(pattern, 'giu'));

const founded =
  '(?:founded|established|opened|opening|built|launched|started|created|formed|incorporated|completed|inaugurated|held|staged|gegründet|eröffnet|erbaut|gebaut|errichtet|gestartet)';
/** The year in which something began. */
const foundedIn = [`${founded}${few}{0,30}? ${year}`, `${year}${few}{0,40}? ${founded}`].map(
  (pattern) => new RegExp(pattern, 'iu'),
);
/** The number of years at an anniversary or a birthday. */
const celebrated = [
  `${ordinal}\\.?[- ](?:anniversary|birthday|jubil\\p{sc=Latn}+|geburtstag|jahrestag)`,
  `(?<raw>\\d{2,3})[- ]?(?:year[- ]|jährige[nrms]? )(?:anniversary|history|existence|jubil\\p{sc=Latn}+|bestehen|geschichte)`,
  `(?<!\\p{sc=Latn})turn(?:s|ed|ing)? ${count}(?! (?:million|into))`,
  `(?<!\\p{sc=Latn})(?:wird|wurde) ${count}(?: Jahre alt)?(?=[,.]|$)`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** Raises a query for a number of years, or an anniversary, that does not fit the year beside it or in the sentence before. */
export function findWrongAnniversaries(numbers: NumberText): Query[] {
  const { draft, phrases, today, language } = numbers;
  if (language === 'other') return [];
  return phrases.flatMap((phrase, index) => {
    if (!phrase.figures.some(({ kind }) => kind === 'year')) return [];
    const ago = agoPatterns.flatMap((pattern) =>
      findAll(pattern, phrase.encoded).flatMap(({ groups }) =>
        checkAgo({ draft, today }, phrase, groups ?? {}),
      ),
    );
    const next = phrases[index + 1];
    const spoken = next && areNeighbours(draft, phrase, next) ? [phrase, next] : [phrase];
    return [...ago, ...spoken.flatMap((one) => checkAnniversary({ draft, today }, phrase, one)).slice(0, 1)];
  });
}

type Day = Pick<NumberText, 'draft' | 'today'>;

function checkAgo(day: Day, phrase: Phrase, groups: Record<string, string>): Query[] {
  const [since, years] = [getFigure(phrase, groups.year), getFigure(phrase, groups.count)];
  if (!since || !years || years.value < 2) return [];
  const { low, high } = getYears(years);
  return createQuery(
    day,
    since,
    years,
    { low, high },
    findWritingYears(day.draft.text, day.today, new Set([since.value])),
  );
}

/** Checks an anniversary. `phrase` has the year; `spoken`, which may be the next sentence, has the number of years since. */
function checkAnniversary(day: Day, phrase: Phrase, spoken: Phrase): Query[] {
  const begun = matchShortest(foundedIn, phrase.encoded);
  const since = getFigure(phrase, begun?.groups?.year);
  const match = matchShortest(celebrated, spoken.encoded);
  if (!since || !match) return [];
  const { raw, count: sign } = match.groups ?? {};
  const years = raw === undefined ? getFigure(spoken, sign) : locate(day.draft, spoken, raw);
  if (!years || years.value < 2) return [];
  const others = listItems(spoken).filter(
    ({ figure }) => figure.kind === 'year' && figure.value > since.value,
  );
  const [then] = others;
  if (others.length > 1) return [];
  const writing = then
    ? { first: then.figure.value, last: then.figure.value }
    : findWritingYears(day.draft.text, day.today, new Set([since.value]));
  return createQuery(day, since, years, { low: years.value, high: years.value }, writing);
}

/** Finds the shortest match, because its words most likely belong together. */
function matchShortest(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  let shortest: RegExpExecArray | null = null;
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match && (shortest === null || match[0].length < shortest[0].length)) shortest = match;
  }
  return shortest;
}

/** Finds digits that were not read as a figure, as in "90-jähriges", and their place. */
function locate(
  { text }: DraftText,
  { start, end }: Phrase,
  digits: string,
): Pick<Figure, 'start' | 'end' | 'value'> | null {
  const at = text.slice(start, end).search(new RegExp(`(?<!\\d)${digits}[- ]?(?:year|jähr)`, 'iu'));
  return at < 0 ? null : { start: start + at, end: start + at + digits.length, value: Number(digits) };
}

function createQuery(
  { draft }: Day,
  since: Figure,
  years: Pick<Figure, 'start' | 'end'>,
  { low, high }: { low: number; high: number },
  writing: WritingYears,
): Query[] {
  const [least, most] = [writing.first - since.value - 1, writing.last - since.value + 1];
  if (least < 0 || (high >= least && low <= most)) return [];
  const given = `${writing.last - since.value} years by ${writing.last}`;
  const explanation = `From ${quoteSpan(draft, since)} it is ${given}, and the text has ${quoteSpan(draft, years)}.`;
  return [{ rule: 'age', places: toPlaces([since, years]), explanation }];
}

/** The years that a number may stand for. A multiple of ten may be rounded. */
function getYears(figure: Figure): { low: number; high: number } {
  const { low, high } = getInterval(figure);
  return figure.value % 10 === 0
    ? { low: Math.min(low, figure.value - 1), high: Math.max(high, figure.value + 1) }
    : { low, high };
}
