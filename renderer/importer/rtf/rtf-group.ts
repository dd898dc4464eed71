import { type BlockType, type FlowWriter, paragraphType } from '../flow/flow-writer';
import { toHeading } from '../flow/style-names';

/** The list or check box that a field is (RTF 1.9.1, "Form Fields"); of any other field, or of none, nothing is set. */
interface RtfFormField {
  type: number | null;
  result: number | null;
  byDefault: number | null;
  entries: string[];
}

/** A field, as a link or a table of contents: its instruction comes before its result. */
export interface RtfField {
  instruction: string;
  /** Whether its result has any visible text. */
  hasResult: boolean;
  form: RtfFormField;
}

/** Where the text of a group goes. */
export type Destination = 'text' | 'skipped' | 'captured' | 'fonts' | 'styles';

/** The properties of a group, which the groups within it inherit (RTF 1.9.1, "Formal Syntax"). */
export interface RtfGroup {
  destination: Destination;
  /** Collects the text of a captured destination. */
  capture: { text: string };
  /** The writer of the body, of a comment, or of a page header. */
  writer: FlowWriter;
  field: RtfField | null;
  href: string | null;
  bold: boolean;
  italic: boolean;
  /** Whether it is a superscript. */
  isRaised: boolean;
  isStruck: boolean;
  isHidden: boolean;
  revision: 'none' | 'inserted' | 'deleted';
  font: number | null;
  language: number | null;
  /** Bytes that stand for a character written as `\u`, for readers that know no Unicode. */
  fallbackLength: number;
  /** Whether pictures are counted elsewhere: in another form of them, or within an object. */
  isPictureCounted: boolean;
  paragraph: RtfParagraph;
  /** Called at the end of the group; not inherited. */
  onClose: (() => void) | null;
}

export interface RtfParagraph {
  style: number;
  /** The heading level that the paragraph itself names, from 0; null for none. */
  outlineLevel: number | null;
  isInTable: boolean;
  isDropCap: boolean;
}

/** A style of paragraphs in the table of styles. */
export interface RtfStyle {
  name: string;
  bold: boolean;
  italic: boolean;
  outlineLevel: number | null;
  /** The kind that its name gives to paragraphs; null for none. */
  type: BlockType | null;
}

export const plainParagraph: RtfParagraph = {
  style: 0,
  outlineLevel: null,
  isInTable: false,
  isDropCap: false,
};

/** The properties that `\plain` sets. */
export const plainCharacters = {
  bold: false,
  italic: false,
  isRaised: false,
  isStruck: false,
  isHidden: false,
  revision: 'none',
  font: null,
} satisfies Partial<RtfGroup>;

/** The kind of a paragraph: by the name of its style, else by the level that it or the style names. */
export function getParagraphType(paragraph: RtfParagraph, style: RtfStyle | undefined): BlockType {
  const level = paragraph.outlineLevel ?? style?.outlineLevel ?? null;
  const hasLevel = level !== null && level >= 0 && level <= 8;
  return style?.type ?? (hasLevel ? toHeading(level + 1) : paragraphType);
}
