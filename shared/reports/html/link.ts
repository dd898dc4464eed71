import { canOpenUrl, toBrowserUrl } from '../../domain/url';
import { isolate } from '../../text/format/isolate';
import { html, type SafeHtml } from './safe-html';

/**
 * Renders the content as a link if the address is one that may be opened (http, https, mailto, and doi through its
 * resolver), else without a link. The link opens a new page, so the report stays open. In a preview, where no page can be
 * opened, it does nothing.
 */
export function renderLink(url: string | null, content: SafeHtml): SafeHtml {
  if (url === null || !canOpenUrl(url)) return content;
  return html`<a href="${toBrowserUrl(url)}" target="_blank" rel="noreferrer noopener">${content}</a>`;
}

/** Renders an address as readers know it: host and path, without the scheme. */
export function renderUrl(url: string): SafeHtml {
  const withoutScheme = url.replace(/^(https?:\/\/|mailto:)/i, '').replace(/^([^/]+)\/$/, '$1');
  return renderLink(url, html`${isolate(withoutScheme)}`);
}
