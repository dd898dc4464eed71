import { z } from 'zod';

/** What a host can't hold, and a password beside it, which would go on into every report. */
const allowed =
  /^(?:https?:\/\/(?![^/?#]*:[^/?#]*@)[^\s/?#\\<>"^`{|}]+(?=[/?#]|$)|mailto:[^\s@]+@[^\s@]+|doi:10\.\d{4,9}\/\S)/i;
const bareDoi = /^10\.\d{4,9}\/\S+$/;
const doiHost = 'https://doi.org/';

/** White space, controls (C0 and C1), half surrogates, and what is unseen or turns the reading direction and so hides a host. */
const hidden = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;

/**
 * The address of a source or an article: http, https, doi (`doi:10.…`, ISO 26324) or mailto (RFC 6068), and nothing
 * else, so that no `javascript:` or `file:` address can ever be stored, shown as a link or exported.
 */
export const urlSchema = z
  .string()
  .max(8_000)
  .refine((url) => allowed.test(url) && !hidden.test(url), 'not an http, https, doi or mailto address');

/**
 * Reads an address as a person types or pastes it: trims it, and takes a bare DOI for what it is.
 * Returns null when it is not one of the four allowed kinds.
 */
export function parseUrl(input: string): string | null {
  const trimmed = input.trim();
  const url = bareDoi.test(trimmed) ? `doi:${trimmed}` : trimmed;
  return urlSchema.safeParse(url).success ? url : null;
}

/** The address a browser can open: a `doi:` goes to the DOI resolver, everything else stays as it is. */
export function browserUrl(url: string): string {
  if (!/^doi:/i.test(url)) return url;
  // A DOI may hold signs that mean something else in an address.
  return doiHost + encodeURI(url.slice('doi:'.length)).replace(/[?#]/g, encodeURIComponent);
}
