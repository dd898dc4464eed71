import MarkdownIt, { type Token } from 'markdown-it';

/** Deeper than this markdown-it leaves words out, so such a text is read as plain text instead. */
const maxNesting = 100;

/** A Markdown text as markdown-it reads it. */
export interface Parsed {
  tokens: Token[];
  /** Where each link definition (CommonMark 0.31, 4.7) points to, by its normal label. */
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
  // An address is data here, kept as it stands and never opened unguarded. Refused, its Markdown would stand in the text.
  parser.validateLink = () => true;
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  return parser;
}

const parser = createParser();

/**
 * Parses CommonMark with tables (as GFM has them); HTML is text. Null when the nesting is deeper than the parser follows
 * without leaving words out.
 */
export function parseMarkdown(text: string): Parsed | null {
  const references: Record<string, { title: string; href: string }> = {};
  const tokens = parser.parse(text, { references });
  if (tokens.some((token) => token.level >= maxNesting - 1)) return null;
  return { tokens, definitions: new Map(Object.entries(references)) };
}

/** The label by which a definition is found (CommonMark 0.31, "matches"). */
export function normalLabel(label: string): string {
  return parser.utils.normalizeReference(label);
}
