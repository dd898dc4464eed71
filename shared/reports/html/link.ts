import { canOpenUrl, toBrowserUrl } from '../../domain/url';
import { isolateText, type ReportText, reshape } from '../origin/report-text';
import { html, type SafeHtml } from './safe-html';

/**
 * Renders the content as a link if the address is one that may be opened (http, https, mailto, and doi through its
 * resolver), else without a link. The link opens a new page, so the report stays open. In a preview, where no page can be
 * opened, it does nothing.
 */
export function renderLink(url: ReportText | null, content: SafeHtml): SafeHtml {
  if (url === null || !canOpenUrl(url)) return content;
  return html`<a href="${reshape(url, toBrowserUrl)}" target="_blank" rel="noreferrer noopener">${content}</a>`;
}

/** Renders an address as readers know it: host and path, without the scheme. */
export function renderUrl(url: ReportText): SafeHtml {
  const withoutScheme = reshape(url, (address) =>
    address.replace(/^(https?:\/\/|mailto:)/i, '').replace(/^([^/]+)\/$/, '$1'),
  );
  return renderLink(url, html`${isolateText(withoutScheme)}`);
}
