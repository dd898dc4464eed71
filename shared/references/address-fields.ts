import { fieldLine, type ReferenceFields, readFields } from './reference-fields';

const webHost = /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:@]+)/i;
const named = /^[^[\]]+\.\p{L}[\p{L}\p{N}-]*$/u;
const lastOfPath = /^https?:\/\/[^/?#]+\/(?:[^?#]*\/)?([^/?#]+)\/?(?:[?#]|$)/i;

/** They keep pages of others, so their name says nothing of who published what is kept. */
const archives = new Set([
  ...['web.archive.org', 'archive.today', 'archive.ph', 'archive.is', 'archive.li', 'archive.md'],
  ...['perma.cc', 'webcitation.org', 'webcache.googleusercontent.com'],
]);

const fewestWords = 3;

/** A number at an end of a slug that stands for the page and not for a word of its title. */
const pageNumber = /^(?:\d{5,}|(?=[a-f]*\d)[0-9a-f]{6,})$/i;

/**
 * The title that the last part of an address reads as, as in `…/council-approves-tram-line.html`; undefined when it does
 * not surely read as words. Two numbers side by side could be one (`1-1-million`), so they make no title.
 */
function titleOfSlug(url: string): string | undefined {
  const slug = (lastOfPath.exec(url)?.[1] ?? '').replace(/\.(?:html?|php|aspx?|jsp)$/i, '');
  const words = slug.split(/[-_]/);
  while (pageNumber.test(words.at(-1) ?? '')) words.pop();
  while (pageNumber.test(words[0] ?? '')) words.shift();
  if (words.length < fewestWords || !words.every((word) => /^(?:\p{L}+|\d+)$/u.test(word))) return undefined;
  if (words.filter((word) => /^\p{L}{2,}/u.test(word)).length < fewestWords) return undefined;
  if (words.some((word, index) => /\d/.test(word) && /\d/.test(words[index + 1] ?? ''))) return undefined;
  const title = words.join(' ');
  return fieldLine(title.charAt(0).toUpperCase() + title.slice(1));
}

/** What an allowed address alone tells of a source: the host as publisher, and a title if its last part is one. */
export function addressFields(url: string): ReferenceFields | null {
  if (/^doi:/i.test(url)) return readFields({ kind: 'document', url });
  if (/^mailto:/i.test(url)) return readFields({ kind: 'person', url });
  const host = (webHost.exec(url)?.[1] ?? '').toLowerCase();
  return readFields({
    kind: 'webPage',
    url,
    title: titleOfSlug(url),
    publisher: named.test(host) && !archives.has(host) ? fieldLine(host) : undefined,
  });
}
