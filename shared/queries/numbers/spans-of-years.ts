import type { Figure } from '#shared/reading/figure.ts';
import { findAll } from '#shared/reading/tokens.ts';
import type { Query } from '../base/query.ts';
import { areNeighbours, type NumberText, quoteSpan, toPlaces } from './number-text.ts';
import { getFigure, getSignClass, listItems, type Phrase } from './phrase.ts';

/*
 * One check for years: neighbouring sentences name two calendar years, and the time between them or somebody's age at both. A query
 * is raised only where the text is off by whole decades, as slips of the pen are.
 */

const count = `(?<count>[${getSignClass('number', 'ordinal')}])\\.?`;
const age = `(?<count>[${getSignClass('number')}])`;

/** The time from one year to the other. */
const lengths = [
  `${count} years (?:ago|later|after|earlier|before|old|since|on|to the day)(?!\\p{sc=Latn})`,
  `(?:after|for|in|since|within) (?:\\p{sc=Latn}+ )?${count} years(?! of age)`,
  `(?:vor|nach|seit|in|mit) ${count} Jahren`,
  `${count} Jahre (?:alt|später|zuvor|danach|nach|vor|lang)(?!\\p{sc=Latn})`,
  `${count}[- ](?:anniversary|birthday|jubil\\p{sc=Latn}+|geburtstag|jahrestag)`,
].map((pattern) => new RegExp(pattern, 'giu'));

/** A person's age. */
const ages = [
  `(?:(?<!\\p{sc=Latn})(?:at|aged|mit|age of)|,) (?:the age of )?${age}(?= ?(?:[,.;)]|$)| in | with | Jahren| and )`,
  `(?<!\\p{sc=Latn})(?:was|were|is|be|turn|turns|turned|turning|war|wurde|wird|he|she|er|sie) (?:then |now |still |only |just )?${age}(?= ?[,;.]|$|(?: years old| now| when| and| Jahre alt)(?!\\p{sc=Latn}))`,
  `(?<!\\p{sc=Latn})alter von ${age} jahren`,
].map((pattern) => new RegExp(pattern, 'giu'));

const born = /(?<!\p{sc=Latn})(?:born|birth|geboren\p{sc=Latn}*|geb\.|zur Welt)(?!\p{sc=Latn})/iu;

/** The number of years that the name of an anniversary stands for. */
const named: readonly (readonly [years: number, pattern: RegExp])[] = [
  [
    25,
    /(?<!\p{sc=Latn})(?:silver (?:wedding|jubilee|anniversary)|silberne\p{sc=Latn}? (?:hochzeit|jubiläum)|silberhochzeit)(?!\p{sc=Latn})/iu,
  ],
  [
    50,
    /(?<!\p{sc=Latn})(?:golden (?:wedding|jubilee|anniversary)|goldene\p{sc=Latn}? (?:hochzeit|jubiläum))(?!\p{sc=Latn})/iu,
  ],
  [
    60,
    /(?<!\p{sc=Latn})(?:diamond (?:wedding|jubilee|anniversary)|diamantene\p{sc=Latn}? hochzeit)(?!\p{sc=Latn})/iu,
  ],
  [100, /(?<!\p{sc=Latn})(?:centenary|centennial)(?!\p{sc=Latn})/iu],
  [150, /(?<!\p{sc=Latn})sesquicentennial(?!\p{sc=Latn})/iu],
  [200, /(?<!\p{sc=Latn})(?:bicentenary|bicentennial)(?!\p{sc=Latn})/iu],
  [300, /(?<!\p{sc=Latn})(?:tercentenary|tricentennial)(?!\p{sc=Latn})/iu],
];

/** Years and the time between them stand in at most this many sentences with figures. */
const maxSentences = 3;

/** A length of time or an age, with its UTF-16 offsets in the draft's text. */
interface Duration {
  years: number;
  start: number;
  end: number;
}

/** Raises a query where a length of time, or two ages, do not fit the two years beside them. */
export function findWrongSpans({ draft, phrases, language }: NumberText): Query[] {
  if (language === 'other') return [];
  const queries: Query[] = [];
  let lastEnd = 0;
  phrases.forEach((_, index) => {
    for (let length = 1; length <= maxSentences; length += 1) {
      const passage = phrases.slice(index, index + length);
      const isWhole = passage.every((one, at) => {
        const before = passage[at - 1];
        return !before || areNeighbours(draft, before, one);
      });
      const query = passage.length === length && isWhole ? checkPassage(draft, passage) : null;
      if (!query || query.places[0].start < lastEnd) continue;
      lastEnd = query.places.at(-1)?.end ?? 0;
      queries.push(query);
    }
  });
  return queries;
}

function checkPassage(draft: NumberText['draft'], passage: readonly Phrase[]): Query | null {
  const years = passage.flatMap((phrase) =>
    listItems(phrase).flatMap(({ figure }) => (figure.kind === 'year' ? [figure] : [])),
  );
  const values = [...new Set(years.map(({ value }) => value))];
  if (values.length !== 2) return null;
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const [first, last] = [from, to].map((value) => years.find((year) => year.value === value));
  if (!first || !last) return null;
  const durations = passage.flatMap((phrase) => listDurations(draft, phrase, lengths));
  const ageDurations = passage
    .flatMap((phrase) => listDurations(draft, phrase, ages))
    .filter(({ start }) => !durations.some((one) => one.start === start));
  const isBorn = passage.some(({ encoded }) => born.test(encoded));
  const distance = to - from;
  const [one, other, ...others] = [...durations, ...(isBorn || durations.length > 0 ? ageDurations : [])];
  if (one && !other) return isDecadesOff(distance, one.years) ? createQuery(draft, first, last, one) : null;
  const [young, older, ...more] = [...ageDurations, ...durations].sort((a, b) => a.years - b.years);
  if (others.length > 0 || !young || !older || more.length > 0) return null;
  if ([young, older].some(({ years: those }) => Math.abs(those - distance) <= 1)) return null;
  return isDecadesOff(distance, older.years - young.years) ? createQuery(draft, first, last, older) : null;
}

/** Whether a length of time is off by whole decades, give or take one year because of birthdays. */
function isDecadesOff(distance: number, years: number): boolean {
  const off = Math.abs(distance - years);
  return (
    years > 1 && off >= 9 && off <= 101 && off % 10 !== 5 && Math.abs(off - Math.round(off / 10) * 10) <= 1
  );
}

function listDurations(
  { text }: NumberText['draft'],
  phrase: Phrase,
  patterns: readonly RegExp[],
): Duration[] {
  const found = new Map<number, Duration>();
  for (const pattern of patterns)
    for (const { groups } of findAll(pattern, phrase.encoded)) {
      const figure = getFigure(phrase, groups?.count);
      if (figure && figure.bound === null) found.set(figure.start, { ...figure, years: figure.value });
    }
  if (patterns === lengths) {
    const written = text.slice(phrase.start, phrase.end);
    for (const [years, pattern] of named) {
      const match = pattern.exec(written);
      const start = phrase.start + (match?.index ?? 0);
      if (match) found.set(start, { years, start, end: start + match[0].length });
    }
  }
  return [...found.values()];
}

function createQuery(draft: NumberText['draft'], first: Figure, last: Figure, duration: Duration): Query {
  const given = `From ${quoteSpan(draft, first)} to ${quoteSpan(draft, last)} it is ${last.value - first.value} years`;
  const explanation = `${given}, and the text has ${quoteSpan(draft, duration)}.`;
  return { rule: 'age', places: toPlaces([first, last, duration]), explanation };
}
