import { toIsoDate } from '../reading/iso-date.ts';
import { findMonth } from '../reading/months.ts';
import { collapseWhitespace } from '../text/format/wording.ts';

/** English names alone: in other languages they are also other words. */
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = '((?:1[5-9]|20)\\d\\d)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';

/** The source of a regular expression that matches a date inside a text. It has no capturing groups. */
export const datePattern = removeGroups(
  `(?:${year},? ${monthName}(?: ${day})?|${day} ${monthName},? ${year}|${monthName}(?: ${day},)? ${year}|${year}-\\d\\d-\\d\\d|${year}[a-z]?)`,
);

/** Makes the capturing groups of a pattern non-capturing. */
function removeGroups(pattern: string): string {
  return pattern.replace(/(?<!\\)\((?!\?)/g, '(?:');
}

/** The forms of a date, each with the numbers of its groups for year, month and day; 0 when it has none. */
const forms: [RegExp, number, number, number][] = [
  [new RegExp(`^${year}[a-z]?,? ${monthName} ${day}$`, 'i'), 1, 2, 3],
  [new RegExp(`^${year}[a-z]?,? ${monthName}$`, 'i'), 1, 2, 0],
  [new RegExp(`^${year}[a-z]?,? ${day} ${monthName}$`, 'i'), 1, 3, 2],
  [new RegExp(`^${day}\\.? ${monthName},? ${year}[a-z]?$`, 'i'), 3, 2, 1],
  [new RegExp(`^${monthName} ${day},? ${year}[a-z]?$`, 'i'), 3, 1, 2],
  [new RegExp(`^${monthName},? ${year}[a-z]?$`, 'i'), 2, 1, 0],
  [new RegExp(`^${year}[-/.](\\d{1,2})[-/.](\\d{1,2})(?:T.*)?$`), 1, 2, 3],
  [new RegExp(`^${year}[-/.](\\d{1,2})$`), 1, 2, 0],
  [new RegExp(`^${year}[a-z]?$`, 'i'), 1, 0, 0],
];

/** No written date is longer, in UTF-16 code units. */
const maxDateLength = 60;

/**
 * Parses a date as references in English write it (`2020, March 3`, `3 Mar. 2020`, `2020-03`, `2020a`). Returns an ISO 8601
 * date, or undefined for any other text. `findWrittenDate` has other forms: those of bylines, in all languages.
 */
export function parseWrittenDate(text: string): string | undefined {
  if (text.length > maxDateLength) return undefined;
  const line = collapseWhitespace(text);
  for (const [form, yearGroup, monthGroup, dayGroup] of forms) {
    const match = form.exec(line);
    if (!match) continue;
    const month = match[monthGroup] ?? '';
    return toIsoDate([
      Number(match[yearGroup]),
      monthGroup === 0 ? undefined : (findMonth(month) ?? Number(month)),
      dayGroup === 0 ? undefined : Number(match[dayGroup]),
    ]);
  }
  return undefined;
}
