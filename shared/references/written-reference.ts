import { sentencesOf } from '../text/segmenter/sentences';
import { addressFields } from './address-fields';
import { addressIn, type FoundAddress } from './addresses';
import { namesIn } from './names';
import { fieldLine, type ReferenceFields, readFields } from './reference-fields';
import { datePattern, readDate } from './written-dates';

/**
 * References as people paste them from the list under an article. Each style is known by its order:
 *
 *   APA, Harvard          Doe, J. (2020, March 3). Title. Publisher.
 *   Chicago               Doe, John. 2020. Title. Publisher.
 *   Vancouver             Doe J, Roe R. Title. Journal. 2020;12(3):45-67.
 *   MLA                   Doe, John. “Title.” Journal, vol. 1, 2020, pp. 3–4.
 *
 * Whatever follows the title (journal, volume, pages, place) is kept together as the publisher, so nothing is lost.
 */
interface Cut {
  author: string;
  date: string | undefined;
  /** The title and what follows it. */
  rest: string;
}

const leadingNumber = /^(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,3}[.)])\s+/;
const bracketed = /\s?\(([^()]{4,40})\)([.,:]?)\s?/g;
const betweenStops = new RegExp(`^(.{2,600}?)\\.\\s(${datePattern})\\.\\s(.+)$`, 'iu');
const accessed = new RegExp(
  `[([]?\\b(?:last )?(?:accessed|retrieved|cited|viewed)(?: on)?:? (${datePattern})(?:,? from)?[)\\]]?[:.]?`,
  'iu',
);
const beforeAddress = /[([<]?\s*(?:\b(?:available (?:at|from)|retrieved from|doi|url)\s*:?\s*)?$/i;
const quoted = /^["“‘']([^"“”]+?)[,.]?["”’'][.,]?(?:\s(.+))?$/u;
const year = /(?<![\d.,–-])(?:1[5-9]|20)\d\d(?![\d–-])/g;

/** Longer is no reference but a text, in UTF-16 units. */
const longest = 2_000;

/** Author and date at the front: brackets (`(n.d.)` too) or the full stops around the date show where they end. */
function cutByDate(line: string): Cut | null {
  for (const { 0: whole, 1: dated = '', 2: stop = '', index } of line.matchAll(bracketed)) {
    const date = readDate(dated);
    if (!date && !/^n\.? ?d\.?$/i.test(dated)) continue;
    const author = line.slice(0, index);
    const rest = line.slice(index + whole.length);
    const names = namesIn(author);
    // `Blade Runner (1982) Final cut` is a title: an organization is believed only where full stops are.
    const sure = names === 'people' || (names && (stop === '.' || /\.\s/.test(rest)));
    return sure && /[\p{L}\p{N}]/u.test(rest) ? { author, date, rest } : null;
  }
  const [, author = '', written = '', rest = ''] = betweenStops.exec(line) ?? [];
  return namesIn(author) ? { author, date: readDate(written), rest } : null;
}

/** Author, title, and a year somewhere after it: the author ends at a full stop that belongs to no initial. */
function cutByStops(line: string): Cut | null {
  for (const { index } of line.matchAll(/\.\s/g)) {
    const author = line.slice(0, index);
    const rest = line.slice(index + 2);
    if (/^\p{Lu}\.|^[&,]|^and\s/u.test(rest) || namesIn(author) !== 'people') continue;
    const { after } = titleAndRest(rest);
    const years = after.match(year) ?? [];
    return years.length > 0 ? { author, date: dateAround(after, years[0] ?? ''), rest } : null;
  }
  return null;
}

/** The whole date that the year is part of, if that is what is written there. */
function dateAround(text: string, found: string): string | undefined {
  const whole = new RegExp(datePattern, 'iu').exec(text)?.[0] ?? '';
  return (whole.includes(found) ? readDate(whole) : undefined) ?? readDate(found);
}

function titleAndRest(text: string): { title: string; after: string } {
  const [, title, after = ''] = quoted.exec(text) ?? [];
  if (title !== undefined) return { title, after };
  const end = sentencesOf(text, { start: 0, end: text.length }, 'en')[0]?.end ?? text.length;
  return { title: text.slice(0, end), after: text.slice(end) };
}

/** Without the signs that parted it from what stood around it; the full stop of an initial stays. */
function tidy(text: string): string {
  return text.replace(/^[\s.,;:]+|(?:[\s,;:]|\s\.)+$/g, '').replace(/(?<=\p{L}{2}|[\p{N})\]"”’])\.$/u, '');
}

/** Without a part, and without the empty brackets and the space before a stop that it would leave. */
function without(text: string, part: string): string {
  return text
    .replace(part, ' ')
    .replace(/[([<]\s*[)\]>]/g, ' ')
    .replace(/\s+(?=[,;])/g, '')
    .replace(/\s+/g, ' ');
}

/** An address with the label before it. */
function labelled(line: string, { start, end }: FoundAddress): string {
  const label = beforeAddress.exec(line.slice(0, start))?.[0] ?? '';
  return label + line.slice(start, end);
}

/** The words beside an address and its label; all of them as they are when the address stands in their midst. */
function besideAddress(line: string, { start, end }: FoundAddress): string {
  const before = line.slice(0, start).replace(beforeAddress, '');
  return /[\p{L}\p{N}]/u.test(line.slice(end)) ? line : tidy(before);
}

/**
 * Reads a reference written in words. It is cautious: it cuts only what has author, title and year in a known order. A text
 * that only holds an address gives that, and all its other words as the title. Null when it is neither.
 */
export function readWords(text: string): ReferenceFields | null {
  if (text.length > longest) return null;
  const line = text.trim().replace(/\s+/g, ' ').replace(leadingNumber, '');
  const address = addressIn(line);
  const found = address ? addressFields(address.url) : null;
  const words = address ? without(line, labelled(line, address)) : line;
  const visit = accessed.exec(words);
  const told = tidy(visit ? without(words, visit[0]) : words);
  const cut = cutByDate(told) ?? cutByStops(told);
  if (!cut)
    return (
      found &&
      address &&
      readFields({ ...found, title: fieldLine(besideAddress(line, address)) ?? found.title })
    );
  const { title, after } = titleAndRest(cut.rest);
  return readFields({
    ...found,
    kind: /\[data ?set\]/i.test(cut.rest) ? 'dataset' : (found?.kind ?? 'document'),
    title: fieldLine(tidy(title)),
    author: fieldLine(tidy(cut.author)),
    publisher: fieldLine(tidy(after)) ?? found?.publisher,
    publishedAt: cut.date,
    accessedAt: readDate(visit?.[1] ?? ''),
  });
}
