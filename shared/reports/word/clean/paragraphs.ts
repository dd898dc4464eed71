import { detectDirection } from '../../../text/characters/direction';
import { startsWithListNumber } from '../../../text/list-number';
import type { RankedBlock } from '../../model/ranked-blocks';
import { joinXml, literal, type Xml, xml } from './xml';

const headingStyles = ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'] as const;

/** The ids of styles for paragraphs. */
type Style =
  | (typeof headingStyles)[number]
  | 'Title'
  | 'Byline'
  | 'Quote'
  | 'Caption'
  | 'ListParagraph'
  | 'Note'
  | 'FootnoteText'
  | 'TableText';

/** How a paragraph is set. */
export interface ParagraphLook {
  /** The id of its style; null for the style of running text. */
  style: Style | null;
  hasBullet?: boolean;
}

/** The rank of the first headings below the title, as `listRankedBlocks` counts. */
const firstRank = 3;

/** How a block is set that is neither a row of a table nor a note. */
export function getLook({ block, rank }: RankedBlock): ParagraphLook {
  switch (block.kind) {
    case 'heading':
      return { style: headingStyles[Math.max(0, rank - firstRank)] ?? 'Heading6' };
    case 'quote':
      return { style: 'Quote' };
    case 'caption':
      return { style: 'Caption' };
    case 'listItem':
      return { style: 'ListParagraph', hasBullet: !startsWithListNumber(block.text) };
    case 'note':
      return { style: 'Note' };
    case 'paragraph':
    case 'tableRow':
      return { style: null };
  }
}

/** The line beside a quote is where its text begins. */
const rightToLeftQuoteBorder = xml`<w:pBdr><w:left w:val="nil"/><w:right w:val="single" w:sz="12" w:space="12" w:color="BFBFBF"/></w:pBdr>`;

/** A paragraph. Its properties are in the order of the schema (ECMA-376, part 1: 17.3.1.26); `text` says in which direction it reads. */
export function createParagraph(
  { style, hasBullet = false }: ParagraphLook,
  runs: Xml,
  text: string,
  language: string | null,
): Xml {
  const isRightToLeft = detectDirection(text, language) === 'rtl';
  const properties = [
    style !== null && xml`<w:pStyle w:val="${literal(style)}"/>`,
    hasBullet && xml`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`,
    isRightToLeft && style === 'Quote' && rightToLeftQuoteBorder,
    isRightToLeft && xml`<w:bidi/>`,
  ].filter((property) => property !== false);
  const look = properties.length === 0 ? literal('') : xml`<w:pPr>${joinXml(properties)}</w:pPr>`;
  return xml`<w:p>${look}${runs}</w:p>`;
}
