import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { isFrequentWord } from '#shared/text/common-words.ts';
import type { ConfidentialTerm } from './search/confidential-term.ts';
import { normalizeText, normalizeWords } from './search/normalize-words.ts';
import { normalizeForSearch, type SearchText } from './search/search-text.ts';
import type { Occurrence } from './search/term-search.ts';

/** Places by day of the year (`05-06` for 6 May): whole names and their rarer words, normalized. */
type DatedPlaces = ReadonlyMap<string, ReadonlySet<string>>;

const term: ConfidentialTerm = {
  text: '',
  description: 'a date and a place of a confidential source',
  level: 'possible',
  isAlwaysAsked: true,
};

/** The shortest word of a place that counts, in letters. */
const minPlaceWordLength = 4;

function listPlaces(locator: string): string[] {
  const words = (locator.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]*/gu) ?? []).flatMap(normalizeWords);
  return [
    normalizeText(locator),
    ...words.filter((word) => word.length >= minPlaceWordLength && !isFrequentWord(word)),
  ];
}

/** Lists the dates of confidential sources with the places that their evidence names. Together they reveal which source it was. */
export function listDatedPlaces(review: Review): DatedPlaces {
  const places = new Map<string, Set<string>>();
  for (const { id, confidential, publishedAt, accessedAt } of review.sources.values()) {
    if (!confidential) continue;
    const days = [publishedAt, accessedAt].flatMap((date) => (date?.length === 10 ? date.slice(5) : []));
    for (const { locator } of days.length === 0 ? [] : findReferrers(review, `sources/${id}`, 'evidence'))
      for (const day of locator === null ? [] : days) {
        const ofDay = places.get(day) ?? new Set();
        places.set(day, ofDay);
        for (const place of listPlaces(locator ?? '')) ofDay.add(place);
      }
  }
  return places;
}

/** The first three letters of the names of months in English, German and French, without accents. */
const months = new Map(
  [
    'jan',
    'feb fev',
    'mar mrz',
    'apr avr',
    'may mai',
    'jun',
    'jul',
    'aug aou',
    'sep',
    'oct okt',
    'nov',
    'dec dez',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** A date: a day before or after the name of a month, two numbers, or an ISO 8601 date. */
const dayPattern =
  /(?<![\p{L}\p{N}])(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:of\s+)?(\p{L}{3,10})|(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?|\d{4}-(\d\d)-(\d\d)|(\d{1,2})[./]\s?(\d{1,2})[./])/gu;

/** A fast check that matches every text with a date and skips most others. */
const mayHaveDate =
  /\d[-./]\s?\d|jan|feb|fév|mar|mär|mrz|apr|avr|may|mai|jun|jui|jul|aug|aoû|sep|oct|okt|nov|dec|dez|déc/i;

const pad = (number: string | number) => String(number).padStart(2, '0');

/** Lists the days that a date may mean: a date in figures may begin with the day or the month. */
function listDays([
  ,
  day1,
  month1,
  month2,
  day2,
  isoMonth,
  isoDay,
  first,
  second,
]: RegExpMatchArray): string[] {
  if (isoMonth !== undefined && isoDay !== undefined) return [`${isoMonth}-${isoDay}`];
  if (first !== undefined && second !== undefined)
    return [`${pad(first)}-${pad(second)}`, `${pad(second)}-${pad(first)}`];
  const [name = '', day = ''] = [month1 ?? month2, day1 ?? day2];
  const month = months.get(normalizeText(name).slice(0, 3));
  return month === undefined ? [] : [`${pad(month)}-${pad(day)}`];
}

/** Finds the dates in texts that also name a place of that date. */
export function findDatedPlaces<Text extends { text: string }>(
  all: readonly Text[],
  datedPlaces: DatedPlaces,
): { strings: readonly Text[]; text: SearchText; occurrences: readonly Occurrence[] } {
  const found: { string: Text; dates: { start: number; length: number }[] }[] = [];
  for (const string of datedPlaces.size === 0 ? [] : all) {
    if (!mayHaveDate.test(string.text)) continue;
    let words: Set<string> | null = null;
    let normalized = '';
    const dates = Array.from(string.text.matchAll(dayPattern)).filter((match) =>
      listDays(match).some((day) => {
        const places = datedPlaces.get(day);
        if (!places) return false;
        words ??= new Set(normalizeWords(string.text));
        normalized ||= normalizeText(string.text);
        // A place of several words, such as `p. 7`, may be part of longer words: its date beside it reveals enough.
        return Array.from(places).some(
          (place) =>
            words?.has(place) === true ||
            (/\D/.test(place) && /\d|.{12}/.test(place) && normalized.includes(place)),
        );
      }),
    );
    if (dates.length > 0)
      found.push({ string, dates: dates.map((match) => ({ start: match.index, length: match[0].length })) });
  }
  const strings = found.map(({ string }) => string);
  const text = normalizeForSearch(strings.map((string) => string.text));
  const occurrences = found.flatMap(({ string, dates }, partIndex) =>
    dates.map(({ start, length }): Occurrence => {
      const offsetInPart = normalizeText(string.text.slice(0, start)).length;
      return {
        term,
        partIndex,
        offsetInPart,
        offset: (text.textEnds[partIndex - 1] ?? 0) + offsetInPart,
        length: normalizeText(string.text.slice(start, start + length)).length,
      };
    }),
  );
  return { strings, text, occurrences };
}
