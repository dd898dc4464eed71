import { parseUrl } from '../../../../shared/domain/url';

/**
 * The address of a link where it may be kept: http, https, mailto or doi, as it is written where that is whole, else as
 * seen from the page's own address.
 */
export function linkAddress(href: string, base: string | null = null): string | null {
  const written = parseUrl(href);
  if (written !== null) return written;
  try {
    // As a browser reads it: spaces and letters beyond ASCII are encoded, tabs and line breaks are left out.
    return parseUrl(new URL(href, base ?? undefined).href);
  } catch {
    return null;
  }
}
