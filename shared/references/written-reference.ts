import { collapseWhitespace } from '../text/format/wording.ts';
import { findSentences } from '../text/segmenter/sentences.ts';
import { readAddressFields } from './address-fields.ts';
import { type AddressMatch, findAddress } from './addresses.ts';
import { parseReferenceFields, type ReferenceFields, toFieldLine } from './reference-fields.ts';
import { datePattern, parseWrittenDate } from './written-dates.ts';

const particles =
  'de|del|della|der|den|di|da|das|dos|du|e|el|al|bin|ibn|la|le|ten|ter|van|von|vom|y|zu|zur|et';
/** `et al.`, or a mark of editors. */
const suffix = /(?:,?\s+et al\.?|\s*\(eds?\.?\)|,\s*eds?\.?)$/i;
const separator = /\s*(?:;|,?\s*&|,?\s+and\s+|,)\s*/;
const initials = /^(?:\p{Lu}\.?[ -]?){1,4}$/u;
const personName = new RegExp(
  `^(?:(?:${particles})\\s+){0,3}\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s(?:(?:${particles})|\\p{Lu}[\\p{L}\\p{M}.'’-]*)){0,5}$`,
  'u',
);
const surnameAndInitials = /\s\p{Lu}{1,3}$/u;
const organizationWord =
  /^(?:\(?\p{Lu}[\p{L}\p{M}\d.'’&/-]*\)?|&|of|for|the|and|on|in|at|to|und|für|der|des|de|la|du)$/u;

/** Longer texts, in UTF-16 code units, are not a list of names. */
const maxNamesLength = 600;
/** Longer texts, in words, are not the name of an organization. */
const maxOrganizationWords = 12;

/**
 * Classifies the names before a date or a title in a list of references: `people` if initials or a comma between surname and
 * given name show it, `organization` if all words but small ones are capitalized, null if the text holds no names.
 */
function classifyNames(text: string): 'people' | 'organization' | null {
  const names = text
    .trim()
    .replace(suffix, '')
    .replace(/[.,:]$/, '');
  if (names === '' || names.length > maxNamesLength) return null;
  const parts = names.split(separator).filter((part) => part !== '');
  const canBePeople = parts.every((part) => initials.test(part) || personName.test(part));
  const hasPersonMark = parts.length > 1 || surnameAndInitials.test(names) || suffix.test(text.trim());
  if (canBePeople && hasPersonMark) return 'people';
  const words = names.split(/\s+/);
  return words.length <= maxOrganizationWords &&
    /^\p{Lu}/u.test(names) &&
    words.every((word) => organizationWord.test(word))
    ? 'organization'
    : null;
}

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
interface ReferenceParts {
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
function splitTitle(text: string): { title: string; after: string } {
  const [, title, after = ''] = quotedTitle.exec(text) ?? [];
  if (title !== undefined) return { title, after };
  const end = findSentences(text, { start: 0, end: text.length }, 'en')[0]?.end ?? text.length;
  return { title: text.slice(0, end), after: text.slice(end) };
}

/** Splits a reference into author, date and the rest; null when these are in no known order. */
function splitReference(line: string): ReferenceParts | null {
  return splitAtDate(line) ?? splitAtFullStops(line);
}

const leadingNumber = /^(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,3}[.)])\s+/;
const accessDate = new RegExp(
  `[([]?\\b(?:last )?(?:accessed|retrieved|cited|viewed)(?: on)?:? (${datePattern})(?:,? from)?[)\\]]?[:.]?`,
  'iu',
);
const addressLabel = /[([<]?\s*(?:\b(?:available (?:at|from)|retrieved from|doi|url)\s*:?\s*)?$/i;

/** Longer texts, in UTF-16 code units, are not references. */
const maxReferenceLength = 2_000;

/** Trims the punctuation that separated a part from its neighbours. The full stop of an initial stays. */
function trimSeparators(text: string): string {
  return text.replace(/^[\s.,;:]+|(?:[\s,;:]|\s\.)+$/g, '').replace(/(?<=\p{L}{2}|[\p{N})\]"”’])\.$/u, '');
}

/** Removes a part of a text, together with brackets that become empty and spaces before punctuation. */
function removePart(text: string, part: string): string {
  return text
    .replace(part, ' ')
    .replace(/[([<]\s*[)\]>]/g, ' ')
    .replace(/\s+(?=[,;])/g, '')
    .replace(/\s+/g, ' ');
}

/** Returns an address with the label before it. */
function getLabelledAddress(line: string, { start, end }: AddressMatch): string {
  const label = addressLabel.exec(line.slice(0, start))?.[0] ?? '';
  return label + line.slice(start, end);
}

/** Returns the text before an address and its label, or the whole line when text follows the address. */
function getTextBesideAddress(line: string, { start, end }: AddressMatch): string {
  const before = line.slice(0, start).replace(addressLabel, '');
  return /[\p{L}\p{N}]/u.test(line.slice(end)) ? line : trimSeparators(before);
}

/**
 * Reads a written reference. It splits only what has author, title and year in a known order. A text that merely contains an
 * address gives the fields of the address, with the remaining text as the title. Null when the text has neither.
 */
export function readWrittenReference(text: string): ReferenceFields | null {
  if (text.length > maxReferenceLength) return null;
  const line = collapseWhitespace(text).replace(leadingNumber, '');
  const address = findAddress(line);
  const addressFields = address ? readAddressFields(address.url) : null;
  const withoutAddress = address ? removePart(line, getLabelledAddress(line, address)) : line;
  const access = accessDate.exec(withoutAddress);
  const reference = trimSeparators(access ? removePart(withoutAddress, access[0]) : withoutAddress);
  const parts = splitReference(reference);
  if (!parts) {
    if (!addressFields || !address) return null;
    const title = toFieldLine(getTextBesideAddress(line, address)) ?? addressFields.title;
    return parseReferenceFields({ ...addressFields, title });
  }
  const { title, after } = splitTitle(parts.rest);
  return parseReferenceFields({
    ...addressFields,
    kind: /\[data ?set\]/i.test(parts.rest) ? 'dataset' : (addressFields?.kind ?? 'document'),
    title: toFieldLine(trimSeparators(title)),
    author: toFieldLine(trimSeparators(parts.author)),
    publisher: toFieldLine(trimSeparators(after)) ?? addressFields?.publisher,
    publishedAt: parts.date,
    accessedAt: parseWrittenDate(access?.[1] ?? ''),
  });
}
