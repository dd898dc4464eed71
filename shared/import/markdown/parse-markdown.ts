import MarkdownIt, { type Token } from 'markdown-it';

/** In deeper nesting markdown-it leaves text out, so such Markdown is read as plain text instead. */
const maxNesting = 100;

/** Markdown as markdown-it parses it. */
export interface ParsedMarkdown {
  tokens: Token[];
  /** The address of each link definition (CommonMark 0.31, 4.7) by its normalized label. */
  definitions: Map<string, { href: string }>;
}

function createParser() {
  const parser = new MarkdownIt('commonmark', {
    html: false,
    linkify: false,
    typographer: false,
    maxNesting,
  });
  parser.enable('table');
  // Addresses are only data here and never opened without the guard of external links. If the parser refused one, its
  // Markdown would end up in the text.
  parser.validateLink = () => true;
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  return parser;
}

const parser = createParser();

/**
 * Parses CommonMark with GFM's tables; HTML is text. Null when the nesting is so deep that the parser would leave text out.
 */
export function parseMarkdown(text: string): ParsedMarkdown | null {
  const references: Record<string, { title: string; href: string }> = {};
  const tokens = parser.parse(text, { references });
  if (tokens.some((token) => token.level >= maxNesting - 1)) return null;
  return { tokens, definitions: new Map(Object.entries(references)) };
}

/** Normalizes the label of a link definition (CommonMark 0.31, "matches"). */
export function normalizeLabel(label: string): string {
  return parser.utils.normalizeReference(label);
}
