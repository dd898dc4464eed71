import { canOpenUrl, toBrowserUrl } from '#shared/domain/base/primitives.ts';
import { toPrintable } from './printable.ts';
import { isolateText, type ReportText, reshape } from './report-text.ts';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** ASCII text without markup and control characters, which needs no escaping. Most short texts are of this kind. */
const plainText = /^[\t\n !#-%(-;=?-~]*$/;

/**
 * Escapes any string for HTML text or for a quoted attribute. Nothing in it can become markup. Characters that HTML does
 * not allow become visible symbols (see `toPrintable`).
 */
export function escapeHtml(text: string): string {
  if (plainText.test(text)) return text;
  return toPrintable(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Markup that is safe to print. Only `html`, `joinHtml` and `SafeHtml.trust` make it. */
export class SafeHtml {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  /** Marks a string as safe without escaping it. */
  static trust(markup: string): SafeHtml {
    return new SafeHtml(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

/** Texts are escaped, safe markup is not; null prints nothing, a list its items one after the other. A raw string is an error. */
type HtmlValue = SafeHtml | ReportText | number | null | readonly SafeHtml[];

function toMarkup(value: HtmlValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number' || value instanceof SafeHtml) return value.toString();
  return value.join('');
}

/**
 * A template of HTML: `` html`<b class="${name}">${text}</b>` ``. Every text that is put into it is escaped, so only the
 * template itself can contain markup. Attribute values must be quoted in the template.
 */
export function html(markup: TemplateStringsArray, ...values: HtmlValue[]): SafeHtml {
  let result = markup[0] ?? '';
  let index = 1;
  for (const value of values) {
    result += toMarkup(value) + (markup[index] ?? '');
    index += 1;
  }
  return SafeHtml.trust(result);
}

/** Joins safe markup by a separator, which is markup or one of these. */
export function joinHtml(
  parts: readonly SafeHtml[],
  separator: SafeHtml | '' | ' ' | ', ' | ' · ' | '\n',
): SafeHtml {
  return SafeHtml.trust(parts.join(separator.toString()));
}

/** The attribute of an element whose text is in the language of the article. */
export function renderLang({ language }: { language: ReportText | null }): SafeHtml | null {
  return language === null ? null : html` lang="${language}"`;
}

/** A list of entries on a line of its own; null for none. */
export function renderEntries(entries: readonly SafeHtml[]): SafeHtml | null {
  return entries.length === 0 ? null : html`\n<ol class="entries">${joinHtml(entries, '\n')}</ol>`;
}

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
