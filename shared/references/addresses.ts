import { parseUrl } from '../domain/url';

/** Signs that end a sentence or close a bracket after an address, and are no part of it. */
const after = new Set('.,;:!?\'"’”»>)]}');
const brackets = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
] as const;

const resolver = /^(?:doi:\s*)?https?:\/\/(?:dx\.|www\.)?doi\.org\/(?=10\.)/i;
const labelled = /^doi:\s*(?=10\.)/i;
const bareHost = /^www\.[^\s./]+\.[^\s./]/i;
const label = /^(?:doi|url|available at|available from|retrieved from)\s*:?\s*(?=doi:|10\.|https?:|www\.)/i;

/** An address inside a text: what can begin one, then everything up to white space or a sign like `<`. */
const address = /(?:https?:\/\/|\bwww\.|\bdoi:\s?(?=10\.)|(?<![\w/.])10\.\d{4,9}\/)[^\s<>"“”«»]+/i;

/** An address in a text, and where it stands, in UTF-16 units. */
export interface FoundAddress {
  url: string;
  start: number;
  end: number;
}

/** An address without what a sentence puts behind it; a bracket that closes one of its own stays. */
function withoutTail(text: string): string {
  const count = (sign: string) => text.split(sign).length - 1;
  const surplus = new Map<string, number>(
    brackets.map(([open, close]) => [close, count(close) - count(open)]),
  );
  let end = text.length;
  for (; end > 0 && after.has(text.charAt(end - 1)); end -= 1) {
    const sign = text.charAt(end - 1);
    const left = surplus.get(sign) ?? 1;
    if (left <= 0) break;
    if (surplus.has(sign)) surplus.set(sign, left - 1);
  }
  return text.slice(0, end);
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A labelled or resolved DOI as `doi:10.…`, else null: in a resolver's address it may be percent-encoded. */
export function doiUrl(text: string): string | null {
  const [resolved] = resolver.exec(text) ?? [];
  if (resolved === undefined) return labelled.test(text) ? parseUrl(text.replace(labelled, 'doi:')) : null;
  const [written = ''] = text.slice(resolved.length).split(/[?#]/, 1);
  return parseUrl(`doi:${percentDecoded(written)}`) ?? parseUrl(`doi:${written}`);
}

function asUrl(text: string): string | null {
  return doiUrl(text) ?? parseUrl(bareHost.test(text) ? `https://${text}` : text);
}

/**
 * Reads a text that is an address and nothing else: http, https, mailto, `www.…`, or a DOI (ISO 26324), also in `<>` or
 * brackets, after a label such as `DOI:`, and before the full stop of a sentence. The address stays as it was written, its
 * parameters included; a DOI becomes `doi:10.…`. Null when the text is anything else.
 */
export function readAddress(text: string): string | null {
  const opened = text.trim().replace(/^[<("“[]+/, '');
  const bare = opened.replace(label, '').replace(/^<+/, '');
  return /^(?:https?:|mailto:|www\.|doi:|10\.)/i.test(bare) ? asUrl(withoutTail(bare)) : null;
}

/** The first web address or DOI in a text. */
export function addressIn(text: string): FoundAddress | null {
  const found = address.exec(text);
  if (!found) return null;
  const words = withoutTail(found[0]);
  const url = asUrl(words);
  return url === null ? null : { url, start: found.index, end: found.index + words.length };
}
