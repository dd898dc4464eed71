import type { Literal, OwnText } from '../origin/report-text';

declare const markdown: unique symbol;

/** Markdown that is safe to print. `escape-markdown.ts` makes it of texts; a raw string is none. */
export type Markdown = string & { readonly [markdown]: true };

/** Marks what was escaped. For `escape-markdown.ts` alone. */
export function trustMarkdown(escaped: string): Markdown {
  return escaped as Markdown;
}

/** A template of Markdown: only the template itself, and Markdown that is put into it, can contain markup. */
export function md(markup: TemplateStringsArray, ...parts: readonly (Markdown | number)[]): Markdown {
  let joined = markup[0] ?? '';
  for (const [index, part] of parts.entries()) joined += part + (markup[index + 1] ?? '');
  return trustMarkdown(joined);
}

/** Joins Markdown by a literal. */
export function joinMarkdown<const S extends string>(
  parts: readonly Markdown[],
  separator: (S & Literal<S>) | Markdown,
): Markdown {
  return trustMarkdown(parts.join(separator));
}

/** Markup of our own: a literal. */
export function markup<const S extends string>(literal: S & Literal<S>): Markdown {
  return trustMarkdown(literal);
}

/** Our own words, which have no characters of markup. */
export function printOwn(words: OwnText): Markdown {
  return trustMarkdown(words);
}

/** A change of white space, of escapes, or a part of it. */
export function reshapeMarkdown(from: Markdown, change: (text: string) => string): Markdown {
  return trustMarkdown(change(from));
}
