import { findWrittenDate, type WrittenDate } from './written-date';

/** Longest dateline, in UTF-16 code units. */
const maxDatelineLength = 140;

/** A word of a place in capitals, as English, Spanish or Italian agencies write it. */
const upperWord = String.raw`(?:[\p{Lu}][\p{Lu}\p{M}'’.-]+|[\p{Lu}]\.)`;
const upperPlace = String.raw`${upperWord}(?:[\s/,-]+${upperWord}){0,5}`;
/** Words of a place in mixed case. */
const mixedWord = String.raw`[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*`;
const mixedPlace = String.raw`${mixedWord}(?:[\s/-]+(?:de\s|del\s|di\s|am\s|an\sder\s|upon\s|sur\s)?${mixedWord}){0,3}`;
/** A region, a country, a date: the words between the place and the agency or the dash. */
const rest = String.raw`(?<rest>,?\s[^()/\n–—:]{2,60}?)?`;
const agency = String.raw`(?:\((?<agency>[\p{L}][\p{L}\p{M}\d\s/.&-]{1,40})\)|/(?<wire>\p{Lu}[\p{L}\d\s]{1,30})/)`;
const dash = String.raw`\s*(?:--?|–|—|―|\.\s?-)(?=[\s\p{L}“"«„(])`;

/** The orders in which the parts of a dateline stand. */
const patterns = [
  // LONDON, March 1 (Reuters) -
  String.raw`^${mixedPlace}${rest}\s*(?:--)?${agency}(?:${dash}|(?<withoutDash>[:.]?\s))`,
  // (ANSA) - ROMA, 3 MAR -
  String.raw`^${agency}\s*[-–—]\s*${upperPlace}${rest}${dash}`,
  // (Reuters) - and March 1, 2026 (Reuters) -
  String.raw`^(?<mustBeDate>[^()/\n–—:]{3,40}?\s)?${agency}${dash}`,
  // PARIS, 3. März —
  `^${upperPlace}${rest}${dash}`,
  // Paris, le 3 mars 2026.
  String.raw`^${mixedPlace}(?<mustBeDate>,\s[^()/\n–—:]{3,60}?\d[^()/\n–—:]{0,20}?)(?:[.:]\s|[.:]?$|\s*[–—]\s)`,
].map((pattern) => new RegExp(pattern, 'u'));

/** The facts in a dateline; null where it does not have one. */
interface Dateline {
  /** The agency that the text comes from, as written. */
  agency: string | null;
  /** ISO 8601; null without a date or without its year. */
  date: string | null;
}

/**
 * Reads the dateline that a paragraph begins with: "LONDON, March 1 (Reuters) -", "PARIS, 3. März -", "(ANSA) - ROMA, 3 MAR -".
 * Null when it does not begin with one.
 */
export function readDateline(paragraph: string): Dateline | null {
  const text = paragraph.trimStart().slice(0, maxDatelineLength);
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { agency, wire, rest, mustBeDate, withoutDash } = match.groups ?? {};
    const between = mustBeDate ?? rest ?? '';
    const date = findWrittenDate(between);
    const isDateline = date !== null || (mustBeDate === undefined && withoutDash === undefined);
    if (!isDateline || !regionAlone.test(removeDate(between, date))) continue;
    return { agency: agency ?? wire ?? null, date: date?.date ?? null };
  }
  return null;
}

/** A region, a country or a weekday beside the date. */
const regionAlone = /^[\s,.]*(?:(?:le|den|el|il|am|vom|\p{Lu}[\p{L}.]*|\p{L}{2,3}\.)[\s,.]*){0,6}$/u;

function removeDate(text: string, date: WrittenDate | null): string {
  return date === null ? text : `${text.slice(0, date.start)} ${text.slice(date.end)}`;
}
