import { parseUrl } from '../../../../shared/domain/url';

/**
 * The address of a link if it may be kept: http, https, mailto or doi. It is returned as written when it is absolute, else
 * resolved against the address of the page.
 */
export function resolveLinkAddress(href: string, base: string | null = null): string | null {
  const written = parseUrl(href);
  if (written !== null) return written;
  try {
    // As browsers do: spaces and non-ASCII characters are encoded, tabs and line breaks removed.
    return parseUrl(new URL(href, base ?? undefined).href);
  } catch {
    return null;
  }
}
