import { parseUrl } from '../domain/base/primitives.ts';

/** Punctuation that can follow an address in a sentence and does not belong to it. */
const trailingPunctuation = new Set('.,;:!?\'"’”»>)]}');
const brackets = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

const doiResolver = /^(?:doi:\s*)?https?:\/\/(?:dx\.|www\.)?doi\.org\/(?=10\.)/i;
const doiLabel = /^doi:\s*(?=10\.)/i;
const bareHost = /^www\.[^\s./]+\.[^\s./]/i;
const addressLabel =
  /^(?:doi|url|available at|available from|retrieved from)\s*:?\s*(?=doi:|10\.|https?:|www\.)/i;

/** An address inside a text: how one can begin, then everything up to white space, a quotation mark or an angle bracket. */
const address = /(?:https?:\/\/|\bwww\.|\bdoi:\s?(?=10\.)|(?<![\w/.])10\.\d{4,9}\/)[^\s<>"“”«»]+/i;

/** An address that was found in a text. Offsets are in UTF-16 code units. */
export interface AddressMatch {
  url: string;
  start: number;
  end: number;
}

/** Trims the punctuation of the sentence from an address. A bracket that closes one inside the address stays. */
function trimPunctuation(text: string): string {
  const count = (character: string) => text.split(character).length - 1;
  const unmatchedBrackets = new Map<string, number>(
    brackets.map(([open, close]) => [close, count(close) - count(open)]),
  );
  let end = text.length;
  for (; end > 0 && trailingPunctuation.has(text.charAt(end - 1)); end -= 1) {
    const character = text.charAt(end - 1);
    const unmatched = unmatchedBrackets.get(character) ?? 1;
    if (unmatched <= 0) break;
    if (unmatchedBrackets.has(character)) unmatchedBrackets.set(character, unmatched - 1);
  }
  return text.slice(0, end);
}

function decodePercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % or bytes that are not UTF-8: the text is not percent-encoded.
    return text;
  }
}

/**
 * Parses a DOI (ISO 26324) with a label or a resolver's address, and returns it as `doi:10.…`; null for any other text. In
 * the address of a resolver, the DOI may be percent-encoded.
 */
export function parseDoi(text: string): string | null {
  const [resolver] = doiResolver.exec(text) ?? [];
  if (resolver === undefined) return doiLabel.test(text) ? parseUrl(text.replace(doiLabel, 'doi:')) : null;
  const [doi = ''] = text.slice(resolver.length).split(/[?#]/, 1);
  return parseUrl(`doi:${decodePercents(doi)}`) ?? parseUrl(`doi:${doi}`);
}

function toUrl(text: string): string | null {
  return parseDoi(text) ?? parseUrl(bareHost.test(text) ? `https://${text}` : text);
}

/**
 * Parses a text that is an address and nothing else: http, https, mailto, `www.…`, or a DOI. It may stand in angle or other
 * brackets, after a label such as `DOI:`, and before the full stop of a sentence. The address stays as it was written,
 * including its parameters; a DOI becomes `doi:10.…`. Null for any other text.
 */
export function parseAddress(text: string): string | null {
  const withoutBracket = text.trim().replace(/^[<("“[]+/, '');
  const withoutLabel = withoutBracket.replace(addressLabel, '').replace(/^<+/, '');
  const isAddress = /^(?:https?:|mailto:|www\.|doi:|10\.)/i.test(withoutLabel);
  return isAddress ? toUrl(trimPunctuation(withoutLabel)) : null;
}

function toMatch({ 0: found, index }: RegExpExecArray): AddressMatch | null {
  const trimmed = trimPunctuation(found);
  const url = toUrl(trimmed);
  return url === null ? null : { url, start: index, end: index + trimmed.length };
}

/** Finds the first web address or DOI in a text. */
export function findAddress(text: string): AddressMatch | null {
  const match = address.exec(text);
  return match && toMatch(match);
}

/** Finds every web address and DOI in a text, in order. */
export function findAddresses(text: string): AddressMatch[] {
  return Array.from(text.matchAll(new RegExp(address, 'gi'))).flatMap((match) => toMatch(match) ?? []);
}
