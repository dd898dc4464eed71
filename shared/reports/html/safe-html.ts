import type { ReportText } from '../origin/report-text';
import { escapeHtml } from './escape-html';

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
