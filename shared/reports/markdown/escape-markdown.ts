import { canOpenUrl, toBrowserUrl } from '../../domain/url';
import { toPrintable } from '../printable';

/** Characters that can be markup inside a line, in CommonMark 0.31 and in the extensions of GitHub and Pandoc. */
const inlineMarkup = /[\\`*_[\]{}<>&~|^#$]/g;

/** Escapes any string as CommonMark text: nothing in it can be markup inside a line. Its line breaks stay. */
export function escapeMarkdown(text: string): string {
  return toPrintable(text).replace(inlineMarkup, '\\$&');
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
export function joinMarkdownLines(text: string, lineBreak: string): string {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .map(escapeBlockStart)
    .join(lineBreak);
}

/** Escapes text that people typed as one paragraph. Its line breaks become hard ones, with the indentation after each. */
export function toMarkdownText(text: string, indentation = ''): string {
  return joinMarkdownLines(escapeMarkdown(text), `\\\n${indentation}`);
}

/** Renders a link if the address is one that may be opened, else the content alone. The content is Markdown. */
export function renderLinkMarkdown(url: string | null, content: string): string {
  if (url === null || content === '' || !canOpenUrl(url)) return content;
  const target = toPrintable(toBrowserUrl(url))
    .replace(/[<>\\|]/g, encodeURIComponent)
    .replace(/&/g, '\\&');
  return `[${content}](<${target}>)`;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;

/**
 * Renders text with emphasis as Markdown; `stars` are one to three. The emphasis begins and ends at a letter or digit,
 * because CommonMark does not always recognize it beside punctuation. Text without any gets no emphasis.
 */
export function emphasize(text: string, stars: string): string {
  const characters = Array.from(text);
  const first = characters.findIndex((character) => wordCharacter.test(character));
  if (first === -1 || stars === '') return escapeMarkdown(text);
  const last = characters.findLastIndex((character) => wordCharacter.test(character));
  const escapePart = (start: number, end: number) => escapeMarkdown(characters.slice(start, end).join(''));
  return `${escapePart(0, first)}${stars}${escapePart(first, last + 1)}${stars}${escapePart(last + 1, characters.length)}`;
}
