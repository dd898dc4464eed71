import { collapseWhitespace } from '../text/format/collapse-whitespace';
import { readAddressFields } from './address-fields';
import { type AddressMatch, findAddress } from './addresses';
import { parseReferenceFields, type ReferenceFields, toFieldLine } from './reference-fields';
import { splitReference, splitTitle } from './split-reference';
import { datePattern, parseWrittenDate } from './written-dates';

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
