import {
  type InlineStyle,
  plainTextStyle,
  type TextStyle,
} from '#renderer/documents/read/flow/block-text.ts';

/** The text element of the file from which text comes: an index in its part, see `word-document.ts`. */
export interface TextSource {
  part: string;
  element: number;
  /** Where the text begins in that of the element, in UTF-16 code units. */
  offset: number;
  /** Whether the text is that of the element; otherwise it stands for the element, as a tab does. */
  isVerbatim: boolean;
}

/** Text of one style that comes from one element of the file, or from none. Two of them are never the same object. */
export interface TextPiece extends InlineStyle {
  kind: 'text' | 'lineBreak';
  text: string;
  /** Null for what Stet adds, such as the number of a list item. */
  source: TextSource | null;
}

/** The content of a paragraph. */
export type Inlines = TextPiece[];

/** A paragraph or a table row. */
export interface WordBlock {
  kind:
    | 'title'
    | 'author'
    | 'date'
    | 'heading'
    | 'quote'
    | 'caption'
    | 'listItem'
    | 'paragraph'
    | 'note'
    | 'tableRow';
  /** Level of a heading, 1 to 6. */
  level: number | null;
  /** The paragraphs of each cell. A paragraph counts as one cell of one paragraph, and so does a note. */
  cells: Inlines[][];
  /** The table of a row; null for a paragraph. */
  table: Element | null;
  /** The number of a list item or a heading, which is the first piece of its content; '' for a block without one. */
  label: string;
  /** The numbers of the notes that are referred to here first. */
  notes: number[];
}

/** Creates text that is not in the file. */
export function createGeneratedText(
  text: string,
  { bold, italic, href }: TextStyle = plainTextStyle,
): TextPiece {
  return { kind: 'text', text, bold, italic, href, noteRef: null, source: null };
}

/** The name by which references find a note, and with which it begins. */
export function getNoteName(number: number): string {
  return `[${number}]`;
}

const visible = /\S/;

/** Whether a text has more than white space. */
export function isVisible(text: string): boolean {
  return visible.test(text);
}

/** Where the text that a comment is about starts or ends, or the point where the comment was inserted. */
export interface Anchor {
  comment: string;
  edge: 'start' | 'end' | 'point';
  /** Whether it stands in words that are not in the article. Moved text is in the file twice, with its anchors. */
  isInRemoved: boolean;
  /** Null before the first visible character of the document. */
  place: { piece: TextPiece; side: 'start' | 'end' } | null;
}

/** The elements that hold anchors, and what they say about them. */
export const anchorEdges = {
  commentRangeStart: 'start',
  commentRangeEnd: 'end',
  commentReference: 'point',
} as const;

export type AnchorElement = keyof typeof anchorEdges;

export function isAnchor(name: string): name is AnchorElement {
  return Object.hasOwn(anchorEdges, name);
}
