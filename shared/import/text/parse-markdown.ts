import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { z } from 'zod';
import { raiseDigits } from '#shared/text/characters/raised-digits.ts';
import { addHiddenComments } from './hidden-comments.ts';
import { addTrackedMarkup, findNotations, type TrackedNotations } from './tracked-markup.ts';

/** A superscript as Pandoc writes it (its manual, `superscript`), and as HTML. */
const superscript = /\^([^\s^<>]{1,5})\^|<sup>([^\s<>]{1,5})<\/sup>/iy;

/** Reads a raised figure at the place of the parser: `10^9^` or `10<sup>9</sup>`. Any other superscript stays as it is written. */
function readRaisedFigure(state: StateInline, silent: boolean): boolean {
  superscript.lastIndex = state.pos;
  const [all, ofPandoc, ofHtml] = superscript.exec(state.src.slice(0, state.posMax)) ?? [];
  if (all === undefined) return false;
  const figure = raiseDigits(ofPandoc ?? ofHtml ?? '', state.src.slice(0, state.pos));
  if (figure === null) return false;
  if (!silent) state.pending += figure;
  state.pos += all.length;
  return true;
}

/** In deeper nesting markdown-it leaves text out, so such Markdown is read as plain text instead. */
const maxNesting = 100;

/** Markdown as markdown-it parses it. */
export interface ParsedMarkdown {
  tokens: Token[];
  /** The address of each link definition (CommonMark 0.31, 4.7) by its normalized label. */
  definitions: Map<string, { href: string }>;
  /** The numbers of the footnotes by their labels, counted from 1 in the order of their first references. */
  noteNumbers: Map<string, number>;
  /** The content of the notes that are written where they are referred to, by their labels. */
  inlineNotes: Map<string, Token[]>;
}

const notedSchema = z.object({
  footnotes: z.object({
    list: z.array(z.object({ label: z.string().optional(), tokens: z.array(z.custom<Token>()).optional() })),
  }),
});
const noteMetaSchema = z.object({ label: z.string().optional(), id: z.int().optional() });

/** The label of a note without one of its own; others have no line end in theirs. */
const createNoteLabel = (id: number): string => `\n${id}`;

/** The label of a footnote, or of a reference to one. */
export function getNoteLabel(token: Token): string {
  const { label, id = 0 } = noteMetaSchema.parse(token.meta);
  return label ?? createNoteLabel(id);
}

function createParser(notations: TrackedNotations) {
  const parser = new MarkdownIt('commonmark', {
    html: false,
    linkify: false,
    typographer: false,
    maxNesting,
  });
  parser.enable(['table', 'strikethrough']);
  addHiddenComments(parser);
  // Notes stay where they are written: the plugin would move them to the end, and leave out those that nothing refers to.
  parser.use(footnotes);
  parser.disable('footnote_tail');
  addTrackedMarkup(parser, notations);
  parser.inline.ruler.push('raised_figure', readRaisedFigure);
  // Addresses are only data here and never opened without the guard of external links. If the parser refused one, its
  // Markdown would end up in the text.
  parser.validateLink = () => true;
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  return parser;
}

const plainParser = createParser({ pandoc: false, critic: false });

/**
 * Parses CommonMark with GFM's tables, footnotes and struck-through text, and with tracked changes if the text has any; HTML is
 * text, but for raised figures. Null when the nesting is so deep that the parser would leave text out.
 */
export function parseMarkdown(text: string): ParsedMarkdown | null {
  const references: Record<string, { title: string; href: string }> = {};
  const environment = { references };
  const notations = findNotations(text);
  const hasNotation = notations.pandoc || notations.critic;
  const parser = hasNotation ? createParser(notations) : plainParser;
  const tokens = parser.parse(text, environment);
  if (tokens.some((token) => token.level >= maxNesting - 1)) return null;
  const noted = notedSchema.safeParse(environment).data?.footnotes.list ?? [];
  const labels = noted.map(({ label }, index) => label ?? createNoteLabel(index));
  return {
    tokens,
    definitions: new Map(Object.entries(references)),
    noteNumbers: new Map(labels.map((label, index) => [label, index + 1])),
    inlineNotes: new Map(
      noted.flatMap(({ label, tokens: own }, index) =>
        label === undefined && own ? [[createNoteLabel(index), own]] : [],
      ),
    ),
  };
}

/** Normalizes the label of a link definition (CommonMark 0.31, "matches"). */
export function normalizeLabel(label: string): string {
  return plainParser.utils.normalizeReference(label);
}
