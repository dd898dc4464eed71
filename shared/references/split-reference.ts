import { findSentences } from '../text/segmenter/sentences';
import { classifyNames } from './classify-names';
import { datePattern, parseWrittenDate } from './written-dates';

/**
 * The parts of a reference as lists of references print it. Each citation style is recognized by its order:
 *
 *   APA, Harvard          Doe, J. (2020, March 3). Title. Publisher.
 *   Chicago               Doe, John. 2020. Title. Publisher.
 *   Vancouver             Doe J, Roe R. Title. Journal. 2020;12(3):45-67.
 *   MLA                   Doe, John. “Title.” Journal, vol. 1, 2020, pp. 3–4.
 *
 * Everything after the title (journal, volume, pages, place) becomes the publisher, so that nothing is lost.
 */
export interface ReferenceParts {
  author: string;
  date: string | undefined;
  /** The title and what follows it. */
  rest: string;
}

const bracketed = /\s?\(([^()]{4,40})\)([.,:]?)\s?/g;
const dateBetweenStops = new RegExp(`^(.{2,600}?)\\.\\s(${datePattern})\\.\\s(.+)$`, 'iu');
const quotedTitle = /^["“‘']([^"“”]+?)[,.]?["”’'][.,]?(?:\s(.+))?$/u;
const yearPattern = /(?<![\d.,–-])(?:1[5-9]|20)\d\d(?![\d–-])/g;

/** Splits a reference with the date after the author, which ends at brackets (also `(n.d.)`) or at the date's full stops. */
function splitAtDate(line: string): ReferenceParts | null {
  for (const { 0: whole, 1: bracketText = '', 2: punctuation = '', index } of line.matchAll(bracketed)) {
    const date = parseWrittenDate(bracketText);
    if (!date && !/^n\.? ?d\.?$/i.test(bracketText)) continue;
    const author = line.slice(0, index);
    const rest = line.slice(index + whole.length);
    const names = classifyNames(author);
    // An organization needs a full stop as well: `Blade Runner (1982) Final cut` is a title.
    const isAuthor = names === 'people' || (names && (punctuation === '.' || /\.\s/.test(rest)));
    return isAuthor && /[\p{L}\p{N}]/u.test(rest) ? { author, date, rest } : null;
  }
  const [, author = '', date = '', rest = ''] = dateBetweenStops.exec(line) ?? [];
  return classifyNames(author) ? { author, date: parseWrittenDate(date), rest } : null;
}

/** Splits a reference with a year after the title. The author ends at a full stop that does not follow an initial. */
function splitAtFullStops(line: string): ReferenceParts | null {
  for (const { index } of line.matchAll(/\.\s/g)) {
    const author = line.slice(0, index);
    const rest = line.slice(index + 2);
    if (/^\p{Lu}\.|^[&,]|^and\s/u.test(rest) || classifyNames(author) !== 'people') continue;
    const { after } = splitTitle(rest);
    const [year] = after.match(yearPattern) ?? [];
    return year === undefined ? null : { author, date: findDateWithYear(after, year), rest };
  }
  return null;
}

/** Returns the whole date that the year is part of, or else the year. */
function findDateWithYear(text: string, year: string): string | undefined {
  const date = new RegExp(datePattern, 'iu').exec(text)?.[0] ?? '';
  return (date.includes(year) ? parseWrittenDate(date) : undefined) ?? parseWrittenDate(year);
}

/** Splits the title, which is in quotation marks or is the first sentence, from what follows it. */
export function splitTitle(text: string): { title: string; after: string } {
  const [, title, after = ''] = quotedTitle.exec(text) ?? [];
  if (title !== undefined) return { title, after };
  const end = findSentences(text, { start: 0, end: text.length }, 'en')[0]?.end ?? text.length;
  return { title: text.slice(0, end), after: text.slice(end) };
}

/** Splits a reference into author, date and the rest; null when these are in no known order. */
export function splitReference(line: string): ReferenceParts | null {
  return splitAtDate(line) ?? splitAtFullStops(line);
}
