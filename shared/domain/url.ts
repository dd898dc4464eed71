import { z } from 'zod';

/**
 * The allowed kinds of address. Excludes characters that a host cannot hold, and passwords, which would end up in every
 * report.
 */
const allowedAddress =
  /^(?:https?:\/\/(?![^/?#]*:[^/?#]*@)[^\s/?#\\<>"^`{|}]+(?=[/?#]|$)|mailto:[^\s@]+@[^\s@]+|doi:10\.\d{4,9}\/\S)/i;
/**
 * A mail address that may be typed, opened and linked (RFC 6068): one address, and at most a subject. Anything else could add
 * recipients or a text that nobody sees before the mail is sent. Older libraries may hold others, so `urlSchema` accepts them.
 */
const plainMail = /^mailto:[^\s@?&,;#]+@[^\s@?&,;#]+(?:\?subject=[^&#\s]*)?$/i;
const bareDoi = /^10\.\d{4,9}\/\S+$/;
const doiHost = 'https://doi.org/';

/**
 * White space, control characters (C0 and C1), lone surrogates, and invisible or bidirectional characters, which can
 * disguise a host.
 */
const deceptiveCharacters = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;

/** Longest address, in UTF-16 code units. */
export const maxUrlLength = 8_000;

/**
 * The address of a source or an article: http, https, doi (`doi:10.…`, ISO 26324) or mailto (RFC 6068), and nothing
 * else, so that no `javascript:` or `file:` address can ever be stored, shown as a link or exported.
 */
export const urlSchema = z
  .string()
  .max(maxUrlLength)
  .refine(
    (url) => allowedAddress.test(url) && !deceptiveCharacters.test(url),
    'not an http, https, doi or mailto address',
  );

/**
 * Reads an address as a person types or pastes it: trims it and accepts a DOI without its `doi:` prefix. Returns null when
 * it is not one of the four allowed kinds.
 */
export function parseUrl(input: string): string | null {
  const trimmed = input.trim();
  const url = bareDoi.test(trimmed) ? `doi:${trimmed}` : trimmed;
  return canOpenUrl(url) ? url : null;
}

/** `example.org/story`, as people type it; also with a port, so that the host is not mistaken for a scheme. */
const withoutScheme = /^[^\s/?#@:]+\.[^\s/?#@:]+(?::\d{1,5})?(?=[/?#]|$)/;

/** Puts https before the address of a page that was typed without a scheme. Other text stays as it is. */
export function addScheme(text: string): string {
  return withoutScheme.test(text) ? `https://${text}` : text;
}

/** Whether an address may be opened, and shown as a link: `urlSchema` accepts it, and a mail has an address and a subject only. */
export function canOpenUrl(url: string): boolean {
  return urlSchema.safeParse(url).success && (!/^mailto:/i.test(url) || plainMail.test(url));
}

/** Returns an address that a browser can open: a `doi:` becomes an address of the DOI resolver, others stay as they are. */
export function toBrowserUrl(url: string): string {
  if (!/^doi:/i.test(url)) return url;
  // A DOI may hold characters that have another meaning in a URL.
  return doiHost + encodeURI(url.slice('doi:'.length)).replace(/[?#]/g, encodeURIComponent);
}
