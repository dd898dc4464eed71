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

/** Characters that are safe in file names on every system, because an article's id is also the name of its folder. */
export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** A timestamp: RFC 3339 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const timestampSchema = z.iso.datetime({ precision: 3 });

/** A publication date: ISO 8601 year, year and month, or full date. */
export const dateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** SHA-256 in lower-case hexadecimal. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Longest single-line text, in UTF-16 code units. */
export const maxLineLength = 2_000;
/** Longest multi-line text, in UTF-16 code units. */
export const maxProseLength = 100_000;

/** A required single line, such as a title: at most `maxLineLength` code units and no line break of any kind. */
export const titleSchema = z
  .string()
  .min(1)
  .max(maxLineLength)
  .regex(/^[^\n\r\u2028\u2029]*$/, 'more than one line');

/** An optional single line, as `titleSchema` requires it; null when empty, never ''. */
export const lineSchema = titleSchema.nullable();

/** Optional multi-line text of at most `maxProseLength` code units; null when empty, never ''. */
export const proseSchema = z.string().min(1).max(maxProseLength).nullable();

/** The value of a multi-line form field in its stored form: trimmed, and null when nothing is left. */
export function normalizeInput(value: string): string | null {
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/** As `normalizeInput`, for a single-line field: U+2028 and U+2029, which such a field accepts, become spaces. */
export function normalizeLineInput(value: string): string | null {
  return normalizeInput(value.replace(/[\n\r\u2028\u2029]+/g, ' '));
}
