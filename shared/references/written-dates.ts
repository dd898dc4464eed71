/** Names of months by their first three letters, as references in English write them. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = '((?:1[5-9]|20)\\d\\d)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';

/** A date inside a text, for building regular expressions; it has no groups of its own that count. */
export const datePattern = ungrouped(
  `(?:${year},? ${monthName}(?: ${day})?|${day} ${monthName},? ${year}|${monthName}(?: ${day},)? ${year}|${year}-\\d\\d-\\d\\d|${year}[a-z]?)`,
);

function ungrouped(pattern: string): string {
  return pattern.replace(/(?<!\\)\((?!\?)/g, '(?:');
}

/** Each with the places of year, month and day among its groups. */
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

/** No written date is longer, in UTF-16 units. */
const longest = 60;

/**
 * A calendar date (ISO 8601 year, year-month or full date) of its numbers. What is no month or no day of one is left
 * out; undefined when the year is none of four digits.
 */
export function dateOfParts(parts: readonly (number | undefined)[]): string | undefined {
  const [written, month, date] = parts;
  if (!written || !Number.isInteger(written) || written < 1_000 || written > 9_999) return undefined;
  if (!month || !Number.isInteger(month) || month < 1 || month > 12) return String(written);
  const toMonth = `${written}-${String(month).padStart(2, '0')}`;
  // The last day of a month is the day before the first of the next.
  const lastDay = new Date(Date.UTC(written, month, 0)).getUTCDate();
  if (!date || !Number.isInteger(date) || date < 1 || date > lastDay) return toMonth;
  return `${toMonth}-${String(date).padStart(2, '0')}`;
}

/** Reads a date as references in English write it (`2020, March 3`, `3 Mar. 2020`, `2020-03`, `2020a`); undefined for else. */
export function readDate(words: string): string | undefined {
  if (words.length > longest) return undefined;
  const text = words.trim().replace(/\s+/g, ' ');
  for (const [form, yearAt, monthAt, dayAt] of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const month = match[monthAt] ?? '';
    const named = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    return dateOfParts([
      Number(match[yearAt]),
      monthAt === 0 ? undefined : named || Number(month),
      dayAt === 0 ? undefined : Number(match[dayAt]),
    ]);
  }
  return undefined;
}
