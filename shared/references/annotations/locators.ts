import { toFieldLine } from '../reference-fields.ts';

/** A part of a text, in UTF-16 offsets. */
export interface Found {
  start: number;
  end: number;
  text: string;
}

const number = '\\d{1,5}[a-z]?';
const range = `${number}(?:\\s?[-–—]\\s?${number})?`;
const list = `${range}(?:(?:,|\\s?&|\\s+and|\\s+und|\\s+et)\\s?${range}(?![\\d:.]))*`;
const roman = '[ivxlc]{1,7}\\b';
/**
 * A number in a series follows the name of the series (`Report no. 12`); by itself it is part of a sentence (`No. 10 says so`).
 */
const numberWord = '(?<=[\\p{L}\\p{N}),] )no\\.';
const time = '(?<![\\d:.])\\d{1,2}:[0-5]\\d(?::[0-5]\\d)?(?![\\d:])';

/**
 * Positions in a source as people write them: pages (`p. 12`, `pp. 12–14`, `page 3`, `S. 12`), paragraphs and sections (`§ 4`,
 * `para 3`, `section 2.1`), tables and slides, and times of a recording (`12:30`, `at 1:02:33`).
 */
const locator = new RegExp(
  [
    `\\bpp?\\.\\s?(?:${list}|${roman})`,
    `\\bpages?\\s(?:${list}|${roman})`,
    `(?<![\\p{L}\\p{N}.])(?:S\\.|Seiten?)\\s?${list}(?:\\s?ff?\\.)?`,
    `§{1,2}\\s?\\d[\\d.]*[a-z]?(?:\\s?[-–]\\s?\\d+)?(?:\\s?\\(\\d+\\))?`,
    `\\b(?:paras?\\.?|paragraphs?|sections?|sect?\\.|chapters?|ch\\.|tables?|figures?|fig\\.|footnotes?|fn\\.|slides?|lines?|rows?|cells?|columns?|col\\.|annex|appendix|article|art\\.|vol\\.|${numberWord}|item|clause|minutes?|min\\.)\\s?(?:\\d[\\d.]*\\d|\\d)[a-z]?(?:\\s?[-–]\\s?\\d+)?(?!\\p{L})`,
    `${time}(?:\\s?[-–]\\s?${time})?`,
  ].join('|'),
  'giu',
);

/** A time of day (`on 3 May at 12:30 pm`) is not a position in a recording. */
const timeOfDay = /^\s?(?:[ap]\.?m\b|uhr|o’clock|o'clock|hrs?\b|gmt|utc|cet|bst|est)/i;

/** Finds the positions in a source that a text names, in order. They never overlap. */
export function findLocators(text: string): Found[] {
  return Array.from(text.matchAll(locator), ({ 0: found, index }) => {
    return { start: index, end: index + found.length, text: found };
  }).filter(({ end, text: found }) => !found.includes(':') || !timeOfDay.test(text.slice(end, end + 12)));
}

/** Joins positions into the line that evidence stores; null when there are none. */
export function joinFoundLocators(locators: readonly Found[]): string | null {
  const distinct = [...new Set(locators.map(({ text }) => text.trim()))];
  return toFieldLine(distinct.join('; ')) ?? null;
}
