import { canOpenUrl, toBrowserUrl } from '#shared/domain/base/primitives.ts';
import { toPrintable } from '#shared/reports/base/printable.ts';
import { type Literal, type OwnText, type ReportText, reshape } from '#shared/reports/base/report-text.ts';

declare const markdown: unique symbol;

/** Markdown that is safe to print. This file alone makes it; a raw string is none. */
export type Markdown = string & { readonly [markdown]: true };

function trustMarkdown(escaped: string): Markdown {
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

/** Characters that can be markup inside a line, in CommonMark 0.31 and in the extensions of GitHub and Pandoc. */
const inlineMarkup = /[\\`*_[\]{}<>&~|^#$]/g;

/** Escapes any string as CommonMark text: nothing in it can be markup inside a line. Its line breaks stay. */
export function escapeMarkdown(text: ReportText): Markdown {
  return trustMarkdown(toPrintable(text).replace(inlineMarkup, '\\$&'));
}

/** A line start that begins a list, an underlined heading or a thematic break. Its last character has to be escaped. */
const blockStart = /^(\d{0,9})([-+=.)])/;

function escapeBlockStart(line: string): string {
  return line.replace(blockStart, (start, digits: string, character: string) =>
    (digits === '') === /[-+=]/.test(character) ? `${digits}\\${character}` : start,
  );
}

/**
 * Joins the lines of text whose inline markup is escaped already, so that it can stand in the file: no line begins a block,
 * and no line is empty.
 */
export function joinMarkdownLines(text: Markdown, lineBreak: ' ' | Markdown): Markdown {
  return reshapeMarkdown(text, (whole) =>
    whole
      .trim()
      .split(/\s*\n\s*/)
      .map(escapeBlockStart)
      .join(lineBreak),
  );
}

/** Escapes text that people typed as one paragraph. Its line breaks become hard ones, with the indentation after each. */
export function toMarkdownText(text: ReportText, indentation: Markdown = md``): Markdown {
  return joinMarkdownLines(escapeMarkdown(text), md`\\\n${indentation}`);
}

/** Renders a link if the address is one that may be opened, else the content alone. The content is Markdown. */
export function renderLinkMarkdown(url: ReportText | null, content: Markdown): Markdown {
  if (url === null || content === '' || !canOpenUrl(url)) return content;
  const target = trustMarkdown(
    toPrintable(toBrowserUrl(url))
      .replace(/[<>\\|]/g, encodeURIComponent)
      .replace(/&/g, '\\&'),
  );
  return md`[${content}](<${target}>)`;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/**
 * Renders text with emphasis as Markdown; `stars` are one to three. The emphasis begins and ends at a letter or digit,
 * because CommonMark does not always recognize it beside punctuation. Text without any gets no emphasis.
 */
export function emphasize(text: ReportText, stars: Markdown): Markdown {
  const characters = Array.from(text);
  const first = characters.findIndex((character) => wordCharacter.test(character));
  if (first === -1 || stars === '') return escapeMarkdown(text);
  const last = characters.findLastIndex((character) => wordCharacter.test(character));
  const escapePart = (start: number, end: number) =>
    escapeMarkdown(reshape(text, () => characters.slice(start, end).join('')));
  const inner = escapePart(first, last + 1);
  return joinMarkdown(
    [escapePart(0, first), stars, inner, stars, escapePart(last + 1, characters.length)],
    '',
  );
}

/** Lines after the first one of a footnote or a list item belong to it when they have this indentation. */
export const indentation = md`    `;

/** How a claim without a place begins. */
export const listItemStart = md`-   `;

/** How the footnote of a claim begins; claims are numbered from 1. */
export function formatFootnoteStart(claimNumber: number): Markdown {
  return md`[^c${claimNumber}]: `;
}

/** The fragment that GitHub, GitLab and Pandoc make of a heading of ours in letters and spaces. */
export function getHeadingFragment(heading: Markdown): Markdown {
  return md`#${reshapeMarkdown(heading, (text) => text.toLowerCase().replaceAll(' ', '-'))}`;
}

/** The heading of a source, and the fragment that GitHub, GitLab and Pandoc make of it. */
export function getSourceHeading(number: number): { text: Markdown; fragment: Markdown } {
  const text = md`Source ${number}`;
  return { text, fragment: getHeadingFragment(text) };
}
