import { addScheme, maxUrlLength, toBrowserUrl } from '#shared/domain/base/primitives.ts';
import { parseAddress } from '#shared/references/addresses.ts';
import { invalidAddressError, invalidRedirectError } from './web-messages.ts';

/**
 * The bad ports of the Fetch standard (https://fetch.spec.whatwg.org/#port-blocking). Other services listen there, and a
 * request could be crafted to talk to them.
 */
const blocked = new Set([
  0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** Whether browsers refuse to fetch from a port. `port` is as in `URL`: '' is the default port of the scheme. */
function isBlockedPort(port: string): boolean {
  return port !== '' && blocked.has(Number(port));
}

/** An address to fetch, as `urlSchema` accepts it; or a message why it can't be fetched. */
type WebAddress = { ok: true; url: string } | { ok: false; message: string };

/** White space and invisible characters. No address contains them, and they could make a host look like another. */
const invisible = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;
/** Characters that `URL` leaves as they are, but RFC 3986 wants escaped. */
const unescaped = /[<>"\\^`{|}]/g;

/**
 * Parses what a person typed or pasted as the address of a page: http or https, an address without a scheme (then https), or
 * a DOI. An IP address in any notation is normalized as the WHATWG URL standard says. The fragment, which is never sent to a
 * server, is left out.
 */
export function parseWebAddress(typed: string): WebAddress {
  const text = parseAddress(typed) ?? typed.trim();
  const whole = toBrowserUrl(addScheme(text));
  const { url, fault } = checkUrl(invisible.test(text) ? null : parseUrl(whole));
  return url
    ? { ok: true, url: toStoredUrl(url) }
    : { ok: false, message: invalidAddressError(fault).message };
}

/** Where a redirect leads. Throws a `StetError` for an address that Stet does not fetch, and for http after https. */
export function resolveRedirect(from: URL, location: string | undefined): URL {
  if (location === undefined) throw invalidRedirectError(from.host, 'it does not name');
  const { url, fault } = checkUrl(parseUrl(location, from));
  if (!url) throw invalidRedirectError(from.host, fault);
  if (from.protocol === 'https:' && url.protocol === 'http:')
    throw invalidRedirectError(from.host, 'is no longer secure (http)');
  return url;
}

/** The address as it is stored: without its fragment, and escaped as RFC 3986 says. */
export function toStoredUrl(url: URL): string {
  const plain = new URL(url);
  plain.hash = '';
  return plain.href.replace(unescaped, encodeURIComponent);
}

function parseUrl(address: string, base?: URL): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** An address that Stet fetches; or what is wrong with it, as words that follow "an address that". */
function checkUrl(url: URL | null): { url: URL; fault?: never } | { url: null; fault: string } {
  if (!url) return { url: null, fault: 'is not one that a browser can open' };
  if (!/^https?:$/.test(url.protocol)) return { url: null, fault: 'does not begin with https:// or http://' };
  if (url.username !== '' || url.password !== '')
    return { url: null, fault: 'holds a user name or a password' };
  if (isBlockedPort(url.port))
    return { url: null, fault: `names port ${url.port}, where no web server listens` };
  return toStoredUrl(url).length > maxUrlLength ? { url: null, fault: 'is too long' } : { url };
}
