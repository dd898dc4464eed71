import { parseUrl } from '../../../../shared/domain/url';

/** Links in documents of Google lead to its own page, which leads on. */
const googleHost = /^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/;

/** The address that a redirect of Google leads to; any other address stays. */
function unwrapRedirect(address: string): string {
  if (!/^https?:\/\/(?:www\.)?google\./i.test(address)) return address;
  const url = new URL(address);
  if (!googleHost.test(url.hostname) || url.pathname !== '/url') return address;
  return parseUrl(url.searchParams.get('q') ?? url.searchParams.get('url') ?? '') ?? address;
}

/**
 * The address of a link if it may be kept: http, https, mailto or doi. It is returned as written when it is absolute, else
 * resolved against the address of the page. Redirects of Google are replaced by where they lead.
 */
export function resolveLinkAddress(href: string, base: string | null = null): string | null {
  const written = parseUrl(href);
  if (written !== null) return unwrapRedirect(written);
  try {
    // As browsers do: spaces and non-ASCII characters are encoded, tabs and line breaks removed.
    const resolved = parseUrl(new URL(href, base ?? undefined).href);
    return resolved === null ? null : unwrapRedirect(resolved);
  } catch {
    return null;
  }
}
