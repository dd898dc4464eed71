import { addScheme, maxUrlLength, toBrowserUrl } from '../../../shared/domain/url';
import { parseAddress } from '../../../shared/references/addresses';
import { isBlockedPort } from './blocked-ports';
import { invalidAddressError, invalidRedirectError } from './web-messages';

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
