import MarkdownIt, { type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';

export interface ParsedMarkdown {
  tokens: Token[];
  /** The visible text of every paragraph and heading. */
  texts: string[];
  /** The labels of footnote references, in order. */
  notes: string[];
  /** The addresses of links, in order. */
  links: string[];
}

/** Parses Markdown as a reader's program does. HTML is allowed, so that unescaped markup shows up as HTML tokens. */
export function parseMarkdown(markdown: string): ParsedMarkdown {
  const tokens = flattenTokens(new MarkdownIt({ html: true }).use(footnotes).parse(markdown, {}));
  return {
    tokens,
    texts: tokens.filter(({ type }) => type === 'inline').map(readVisibleText),
    notes: tokens.filter(({ type }) => type === 'footnote_ref').map(({ meta }) => String(meta?.label)),
    links: tokens.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href'))),
  };
}

function flattenTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => [token, ...flattenTokens(token.children ?? [])]);
}

function readVisibleText(token: Token): string {
  return (token.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('');
}
