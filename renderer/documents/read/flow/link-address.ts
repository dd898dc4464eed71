import { parseUrl } from '#shared/domain/base/primitives.ts';

/** Links in documents of Google, and in mail that Outlook has checked, lead to a page of theirs, which leads on. */
const googleHost = /^(?:www\.)?google\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})$/;

const outlookHost = /^[\w-]+\.safelinks\.protection\.outlook\.com$/;

/** The address that a redirect of Google or Outlook leads to; any other address stays. */
function unwrapRedirect(address: string): string {
  if (!/^https?:\/\/(?:(?:www\.)?google|[\w-]+\.safelinks)\./i.test(address)) return address;
  const url = new URL(address);
  const isRedirect =
    (googleHost.test(url.hostname) && url.pathname === '/url') || outlookHost.test(url.hostname);
  if (!isRedirect) return address;
  return parseUrl(url.searchParams.get('q') ?? url.searchParams.get('url') ?? '') ?? address;
}

/**
 * The address of a link if it may be kept: http, https, mailto or doi. It is returned as written when it is absolute, else
 * resolved against the address of the page. Redirects of Google and Outlook are replaced by where they lead.
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
