import { browserUrl, urlSchema } from '../../domain/url';
import { isolate } from '../../text/format/isolate';
import { escapeHtml } from './escape';

/**
 * The content as a link where the address is one that may be clicked (http, https, mailto, and doi by its resolver), and
 * as it is where it is not. `content` is HTML. It opens a page of its own, so that the report stays; where none can be
 * opened, in a preview, it does nothing.
 */
export function linked(url: string | null, content: string): string {
  if (url === null || !urlSchema.safeParse(url).success) return content;
  return `<a href="${escapeHtml(browserUrl(url))}" target="_blank" rel="noreferrer noopener">${content}</a>`;
}

/** An address as a reader sees it: its host and path, without the scheme. */
export function shownUrl(url: string): string {
  const shown = url.replace(/^(https?:\/\/|mailto:)/i, '').replace(/^([^/]+)\/$/, '$1');
  return linked(url, escapeHtml(isolate(shown)));
}
