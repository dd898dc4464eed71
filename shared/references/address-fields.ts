import { parseReferenceFields, type ReferenceFields, toFieldLine } from './reference-fields.ts';

const webHost = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:@]+)/i;
/** A host with a name, and not an IP address or `localhost`. */
const hostName = /^[^[\]]+\.\p{L}[\p{L}\p{N}-]*$/u;
const lastPathSegment = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?([^/?#]+)\/?(?:[?#]|$)/i;

/** Hosts that archive pages of others: they are not the publishers of those pages. */
const archiveHosts = new Set([
  'web.archive.org',
  'archive.today',
  'archive.ph',
  'archive.is',
  'archive.li',
  'archive.md',
  'perma.cc',
  'webcitation.org',
  'webcache.googleusercontent.com',
]);

const minTitleWords = 3;

/** A number at the start or end of a slug that is an id of the page and not a word of its title. */
const pageId = /^(?:\d{5,}|(?=[a-f]*\d)[0-9a-f]{6,})$/i;

/**
 * Reads a title from the slug of an address, as in `…/council-approves-tram-line.html`. Undefined when the slug is not surely
 * made of words. Two adjacent numbers could be one number (`1-1-million`), so they make no title.
 */
function readSlugTitle(url: string): string | undefined {
  const slug = (lastPathSegment.exec(url)?.[1] ?? '').replace(/\.(?:html?|php|aspx?|jsp)$/i, '');
  const words = slug.split(/[-_]/);
  while (pageId.test(words.at(-1) ?? '')) words.pop();
  while (pageId.test(words[0] ?? '')) words.shift();
  if (words.length < minTitleWords || !words.every((word) => /^(?:\p{L}+|\d+)$/u.test(word)))
    return undefined;
  if (words.filter((word) => /^\p{L}{2,}/u.test(word)).length < minTitleWords) return undefined;
  if (words.some((word, index) => /\d/.test(word) && /\d/.test(words[index + 1] ?? ''))) return undefined;
  const title = words.join(' ');
  return toFieldLine(title.charAt(0).toUpperCase() + title.slice(1));
}

/** Reads the fields of a source from its address alone: the host as the publisher, and a title if the slug holds one. */
export function readAddressFields(url: string): ReferenceFields | null {
  if (/^doi:/i.test(url)) return parseReferenceFields({ kind: 'document', url });
  if (/^mailto:/i.test(url)) return parseReferenceFields({ kind: 'person', url });
  const host = (webHost.exec(url)?.[1] ?? '').toLowerCase();
  return parseReferenceFields({
    kind: 'webPage',
    url,
    title: readSlugTitle(url),
    publisher: hostName.test(host) && !archiveHosts.has(host) ? toFieldLine(host) : undefined,
  });
}
