import { browserUrl } from '../../../shared/domain/url';
import { readAddress } from '../../../shared/references/addresses';
import { isBlockedPort } from './blocked-ports';
import { faultyAddress, leadsAstray } from './web-messages';

/** An address to fetch, as `urlSchema` takes it; or why it is not fetched, in sentences to show. */
export type WebAddress = { ok: true; url: string } | { ok: false; message: string };

/** UTF-16 units: what the record of a source takes. */
const longest = 8_000;

/** White space and what is not seen, which no address holds: it would make a host look like another. */
const hidden = /[\s\p{Cc}\p{Cf}\p{Cs}]/u;
/** `example.org/story`, as people write it; also with a port, which a scheme could be mistaken for. */
const withoutScheme = /^[^\s/?#@:]+\.[^\s/?#@:]+(?::\d{1,5})?(?=[/?#]|$)/;
/** What `URL` leaves as it is, and RFC 3986 does not. */
const unescaped = /[<>"\\^`{|}]/g;

/**
 * Reads what a person typed or pasted as the address of a page: http or https, also without it (then https), or a DOI. An IP
 * address in any form comes out as the WHATWG URL standard reads it, and a fragment, which no server is sent, is left out.
 */
export function readWebAddress(typed: string): WebAddress {
  const text = readAddress(typed) ?? typed.trim();
  const whole = withoutScheme.test(text) ? `https://${text}` : browserUrl(text);
  const { url, fault } = judged(hidden.test(text) ? null : parsed(whole));
  return url ? { ok: true, url: written(url) } : { ok: false, message: faultyAddress(fault).message };
}

/** Where a redirect leads. Throws a `StetError` when that is nowhere Stet goes; http after https is a step back. */
export function redirected(from: URL, location: string | undefined): URL {
  if (location === undefined) throw leadsAstray(from.host, 'it does not name');
  const { url, fault } = judged(parsed(location, from));
  if (!url) throw leadsAstray(from.host, fault);
  if (from.protocol === 'https:' && url.protocol === 'http:')
    throw leadsAstray(from.host, 'is no longer secure (http)');
  return url;
}

/** The address as it is stored: without its fragment, and with everything escaped that RFC 3986 wants escaped. */
export function written(url: URL): string {
  const plain = new URL(url);
  plain.hash = '';
  return plain.href.replace(unescaped, encodeURIComponent);
}

function parsed(address: string, base?: URL): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** An address that Stet asks at; or what keeps it from that, in words that follow "an address that". */
function judged(url: URL | null): { url: URL; fault?: never } | { url: null; fault: string } {
  if (!url) return { url: null, fault: 'is not one that a browser can open' };
  if (!/^https?:$/.test(url.protocol)) return { url: null, fault: 'does not begin with https:// or http://' };
  if (url.username !== '' || url.password !== '')
    return { url: null, fault: 'holds a user name or a password' };
  if (isBlockedPort(url.port))
    return { url: null, fault: `names port ${url.port}, where no web server listens` };
  return written(url).length > longest ? { url: null, fault: 'is too long' } : { url };
}
