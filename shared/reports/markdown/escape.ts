import { browserUrl, urlSchema } from '../../domain/url';
import { printable } from '../printable';

/** What can be markup inside a line: of CommonMark 0.31, and of what GitHub and Pandoc add. */
const signs = /[\\`*_[\]{}<>&~|^#$]/g;

/** Any string as CommonMark text: nothing in it can be markup inside a line. Its line breaks stay. */
export function escapeMarkdown(text: string): string {
  return printable(text).replace(signs, '\\$&');
}

/** What makes a line begin a list, an underlined heading or a rule: the last sign of it is escaped. */
const opening = /^(\d{0,9})([-+=.)])/;

function escapeOpening(line: string): string {
  return line.replace(opening, (found, digits: string, sign: string) =>
    (digits === '') === /[-+=]/.test(sign) ? `${digits}\\${sign}` : found,
  );
}

/** Text that is escaped inside its lines, ready to stand in the file: no line of it begins a block, none is empty. */
export function markdownLines(text: string, lineBreak: string): string {
  return text
    .trim()
    .split(/\s*\n\s*/)
    .map(escapeOpening)
    .join(lineBreak);
}

/** Words that people typed, in one paragraph: their line breaks are hard, what follows is indented. */
export function markdownText(text: string, indent = ''): string {
  return markdownLines(escapeMarkdown(text), `\\\n${indent}`);
}

/** A link where the address is one that may be clicked, the words alone where it is not. `words` is Markdown. */
export function markdownLink(url: string | null, words: string): string {
  if (url === null || words === '' || !urlSchema.safeParse(url).success) return words;
  const target = printable(browserUrl(url))
    .replace(/[<>\\|]/g, encodeURIComponent)
    .replace(/&/g, '\\&');
  return `[${words}](<${target}>)`;
}

const word = /[\p{L}\p{N}\p{M}]/u;

/**
 * Text in emphasis, as Markdown; `stars` are one to three. Emphasis begins and ends at a letter, because CommonMark may
 * not see it between punctuation; without a letter there is none.
 */
export function emphasised(text: string, stars: string): string {
  const letters = Array.from(text);
  const first = letters.findIndex((letter) => word.test(letter));
  if (first === -1 || stars === '') return escapeMarkdown(text);
  const last = letters.findLastIndex((letter) => word.test(letter));
  const part = (from: number, to: number) => escapeMarkdown(letters.slice(from, to).join(''));
  return `${part(0, first)}${stars}${part(first, last + 1)}${stars}${part(last + 1, letters.length)}`;
}
