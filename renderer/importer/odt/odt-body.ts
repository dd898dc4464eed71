import { type BlockType, paragraphType, plainFlowStyle } from '../flow/flow-writer';
import { findChild, getAttribute } from '../xml';
import { readOdtElement, readOdtInline } from './odt-inline';
import type { OdtReader } from './odt-reader';
import { listOdtRows } from './odt-table';

/** The list in which paragraphs are. */
interface ListContext {
  styleName: string;
  counters: number[];
  depth: number;
  /** The item whose first paragraph comes next; null after it. */
  item: Element | null;
}

/** Lists of what is elsewhere in the document: contents, figures, terms. A bibliography is text of its own. */
const contents =
  /^(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index)$/;

function readParagraph(reader: OdtReader, element: Element, list: ListContext | null): void {
  const { writer, styles, lists } = reader;
  const styleName = getAttribute(element, 'style-name');
  const own = styles.text('paragraph', styleName);
  const isHeading = element.localName === 'h';
  const level = Math.min(6, Math.max(1, Number(getAttribute(element, 'outline-level')) || 1));
  const styleType = styles.paragraphType(styleName);
  const headingType: BlockType = styleType.isTitle ? styleType : { kind: 'heading', level };
  const outer = isHeading ? headingType : styleType;
  const isItem = list?.item != null && outer.kind !== 'heading';
  const type: BlockType = isItem ? { kind: 'listItem', level: null } : outer;
  // A list without a style of its own has that of its paragraphs.
  const listName = list?.styleName || (styles.listName(styleName) ?? '');
  const label = list?.item ? lists.label(list.counters, listName, list.depth, list.item) : null;
  const number = label ?? (isHeading ? lists.headingLabel(element, level) : '');
  if (list) list.item = null;
  if (own.isHidden || getAttribute(findChild(element, 'hidden-paragraph'), 'is-hidden') === 'true') {
    reader.counts.hiddenLeftOut += 1;
    return;
  }
  // Bold that comes from the style of a heading or quote is no emphasis.
  const isPlain = type.kind === 'paragraph' || type.kind === 'listItem';
  const style = {
    ...plainFlowStyle,
    bold: isPlain && own.bold === true,
    italic: isPlain && own.italic === true,
    isStruck: own.isStruck === true,
  };
  if (number !== '' && (element.textContent ?? '').trim() !== '') writer.text(number, style);
  readOdtInline(reader, element, { style, isRaised: own.isRaised === true, type });
  writer.endBlock(type);
}

function readList(reader: OdtReader, element: Element, outer: ListContext | null): void {
  const styleName = getAttribute(element, 'style-name') ?? outer?.styleName ?? '';
  const counters = outer?.counters ?? reader.lists.open(element, styleName);
  const depth = outer === null ? 0 : outer.depth + 1;
  for (const item of element.children) {
    const isHeader = item.localName === 'list-header';
    readOdtBlocks(reader, item, { styleName, counters, depth, item: isHeader ? null : item });
  }
}

function readTable(reader: OdtReader, table: Element): void {
  const rows = listOdtRows(table);
  // A table with a single column is a frame around text.
  const isFrame = rows.every((cells) => cells.length <= 1);
  for (const cells of rows) {
    if (!isFrame) reader.writer.beginRow();
    for (const cell of cells) {
      if (cell) readOdtBlocks(reader, cell);
      if (!isFrame) reader.writer.endCell();
    }
    if (!isFrame) reader.writer.endRow();
  }
}

function readBlock(reader: OdtReader, element: Element, list: ListContext | null): void {
  const { localName: name } = element;
  if (name === 'p' || name === 'h') readParagraph(reader, element, list);
  else if (name === 'list') readList(reader, element, list);
  else if (name === 'table') readTable(reader, element);
  else if (contents.test(name)) reader.counts.contentsLeftOut += 1;
  else if (name === 'section' && getAttribute(element, 'display') === 'none')
    reader.counts.hiddenLeftOut += 1;
  else if (/^(?:section|bibliography|index-body|index-title|numbered-paragraph|soft-page-break)$/.test(name))
    readOdtBlocks(reader, element, list);
  // A frame that is anchored to the page stands between paragraphs.
  else readOdtElement(reader, element, { style: plainFlowStyle, isRaised: false, type: paragraphType });
}

/** Reads the blocks of the body or a part of it: section, list item, cell, note, text box (ODF 1.3, part 3: 5 and 9). */
export function readOdtBlocks(reader: OdtReader, parent: Element, list: ListContext | null = null): void {
  reader.nest(() => {
    for (const element of parent.children) readBlock(reader, element, list);
  });
}
