import { findChild, getAttribute, maxElementDepth, TooDeepError } from '../base/xml.ts';
import { toCommentTime } from '../flow/comment-time.ts';
import { createFlowCounts, type FlowComment } from '../flow/flow.ts';
import {
  type BlockType,
  type FlowStyle,
  FlowWriter,
  paragraphType,
  plainFlowStyle,
} from '../flow/flow-writer.ts';
import { resolveLinkAddress } from '../flow/link-address.ts';
import type { OdtLists, OdtStyles } from './odt-styles.ts';

/** The comments of a document. */
interface OdtComments {
  /** The comments that are no replies, by the names with which the ends of commented text refer to them. */
  threads: Map<string, FlowComment>;
  /** The names of the same comments by their elements. */
  names: Map<Element, string>;
}

function readComment(annotation: Element, id: string): FlowComment {
  const paragraphs = Array.from(annotation.querySelectorAll('p, h'), ({ textContent }) => textContent ?? '');
  return {
    id,
    by: findChild(annotation, 'creator')?.textContent ?? '',
    at: toCommentTime(findChild(annotation, 'date')?.textContent ?? ''),
    text: paragraphs.join('\n'),
    resolved: getAttribute(annotation, 'resolved') === 'true',
    replies: [],
  };
}

/** Reads the comments (ODF 1.3, part 3: 14.1). LibreOffice names the comment to which one replies; it may stand after the reply. */
export function readOdtComments(body: Element): OdtComments {
  const annotations = Array.from(body.querySelectorAll('annotation'));
  const names = new Set<string>();
  const all = annotations.map((element, index) => {
    const given = getAttribute(element, 'name');
    // Copied comments have the same name; the first one keeps it.
    const name = given === null || names.has(given) ? `unnamed ${index}` : given;
    names.add(name);
    return {
      element,
      name,
      parent: getAttribute(element, 'parent-name'),
      comment: readComment(element, name),
    };
  });
  const byName = new Map(all.map((one) => [one.name, one]));
  const findFirst = (name: string): string => {
    const seen = new Set<string>();
    let first = name;
    for (let parent = byName.get(first)?.parent; parent != null && byName.has(parent) && !seen.has(first); ) {
      seen.add(first);
      first = parent;
      parent = byName.get(first)?.parent;
    }
    return first;
  };
  const read: OdtComments = { threads: new Map(), names: new Map() };
  for (const { element, name, comment } of all) {
    const first = findFirst(name);
    if (first !== name) byName.get(first)?.comment.replies.push(comment);
    else {
      read.threads.set(name, comment);
      read.names.set(element, name);
    }
  }
  return read;
}

/** Reads what a control of a form shows: the value that was typed or chosen, else the words beside it; '' for nothing. */
function readShownValue(control: Element): string {
  const chosen = Array.from(control.children).filter(
    (option) => getAttribute(option, 'current-selected') === 'true',
  );
  const values = [
    getAttribute(control, 'current-value'),
    chosen.map((option) => getAttribute(option, 'label') ?? option.textContent ?? '').join(', '),
    getAttribute(control, 'value'),
    getAttribute(control, 'label'),
  ];
  return values.find((value) => value !== null && value !== '') ?? '';
}

/**
 * The texts of the controls of forms by their ids (ODF 1.3, part 3: 13.5): the forms stand before the text, in which a shape stands
 * for each control.
 */
export function readOdtControls(body: Element): Map<string, string> {
  const controls = Array.from(body.querySelectorAll('forms form > *'));
  return new Map(
    controls.flatMap((control): [string, string][] => {
      const id = getAttribute(control, 'id');
      return id === null ? [] : [[id, readShownValue(control)]];
    }),
  );
}

/** The state while a document is read from its start to its end. */
export class OdtParser {
  readonly writer = new FlowWriter();
  readonly counts = { ...createFlowCounts(), placeholdersLeftOut: 0, fieldsKept: 0 };
  private depth = 0;

  constructor(
    readonly styles: OdtStyles,
    readonly lists: OdtLists,
    readonly comments: OdtComments,
    /** The texts of the controls of forms by their ids. */
    readonly controls: ReadonlyMap<string, string>,
  ) {}

  /** Reads something one level deeper. */
  nest(read: () => void): void {
    this.depth += 1;
    if (this.depth > maxElementDepth) throw new TooDeepError();
    read();
    this.depth -= 1;
  }

  /** Reads a note or a text box within the block that is open. */
  readStory(isNote: boolean, element: Element): void {
    this.writer.beginStory(isNote);
    readOdtBlocks(this, element);
    this.writer.endStory();
  }
}

/** A cell of a row; null for one that only goes on below the row in which it begins. */
type OdtCell = Element | null;

/** Columns from one of them on that a cell above covers for some more rows. */
interface RowSpan {
  column: number;
  columns: number;
  rowsLeft: number;
}

/** More repeated cells than this are no table of an article. */
const maxRepeated = 1_000;

const rowParts = /^table-(?:header-rows|rows|row-group)$/;

/** Lists the rows of a table or the cells of a row, through any elements between them. */
function* listParts(parent: Element, name: RegExp): Generator<Element> {
  for (const element of parent.children) {
    if (name.test(element.localName)) yield element;
    else if (rowParts.test(element.localName)) yield* listParts(element, name);
  }
}

function readCount(cell: Element, name: string): number {
  const count = Number(getAttribute(cell, name) ?? 1);
  return Number.isInteger(count) ? Math.min(maxRepeated, Math.max(1, count)) : 1;
}

/**
 * Lists the cells of each row of a table (ODF 1.3, part 3: 9.1). A cell that goes on below its row is an empty cell there, once, as
 * in Word documents; what covers columns within a row is no cell.
 */
function listOdtRows(table: Element): OdtCell[][] {
  let spans: RowSpan[] = [];
  return Array.from(listParts(table, /^table-row$/), (row) => {
    const above = spans;
    spans = above.flatMap((span) => (span.rowsLeft > 1 ? [{ ...span, rowsLeft: span.rowsLeft - 1 }] : []));
    let column = 0;
    return Array.from(listParts(row, /^(?:covered-)?table-cell$/)).flatMap((cell): OdtCell[] => {
      const start = column;
      column += readCount(cell, 'number-columns-repeated');
      if (cell.localName === 'table-cell') {
        const rowsLeft = readCount(cell, 'number-rows-spanned') - 1;
        const columns = readCount(cell, 'number-columns-spanned');
        if (rowsLeft > 0) spans.push({ column: start, columns, rowsLeft });
        return [cell];
      }
      return above.filter((span) => span.column >= start && span.column < column).map(() => null);
    });
  });
}

/** Where something in a line is read: how text is set there, and the block around it. */
interface InlineContext {
  style: FlowStyle;
  /** Whether it is a superscript. */
  isRaised: boolean;
  type: BlockType;
}

/** Elements without text of the article: what was deleted, and properties of drawings. */
const leftOutElements = new Set(
  (
    'tracked-changes forms sequence-decls variable-decls user-field-decls dde-connection-decls event-listeners glue-point ' +
    'script note-citation'
  ).split(' '),
);

/** The title and description of a drawing; a field of text is called `title` as well. */
const drawingNamespace = 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0';

const isLeftOut = ({ localName, namespaceURI }: Element) =>
  leftOutElements.has(localName) || namespaceURI === drawingNamespace;

const shapes =
  /^(?:custom-shape|rect|ellipse|circle|line|polyline|polygon|regular-polygon|path|connector|measure|caption)$/;

function readStyled(parser: OdtParser, element: Element, context: InlineContext, href: string | null): void {
  const { bold, italic, isStruck, isRaised, isHidden } = parser.styles.text(
    'text',
    getAttribute(element, 'style-name'),
  );
  if (isHidden) {
    parser.counts.hiddenLeftOut += 1;
    return;
  }
  const { style } = context;
  const own = {
    ...style,
    bold: bold ?? style.bold,
    italic: italic ?? style.italic,
    isStruck: isStruck ?? style.isStruck,
    href: href ?? style.href,
  };
  readOdtInline(parser, element, { ...context, style: own, isRaised: isRaised ?? context.isRaised });
}

/** A control of a form: its value, or its words, are text. */
function readControl(parser: OdtParser, shape: Element, context: InlineContext): void {
  const text = parser.controls.get(getAttribute(shape, 'control') ?? '') ?? '';
  if (text === '') return;
  parser.counts.fieldsKept += 1;
  parser.writer.text(text, context.style);
}

/** A frame holds a text box, a picture, or an object with a picture of it. */
function readFrame(parser: OdtParser, frame: Element): void {
  const textBox = findChild(frame, 'text-box');
  if (textBox) parser.readStory(false, textBox);
  else if (findChild(frame, 'object') || findChild(frame, 'object-ole')) parser.counts.objectsLeftOut += 1;
  else if (findChild(frame, 'image')) parser.counts.imagesLeftOut += 1;
}

function readShape(parser: OdtParser, shape: Element): void {
  if ((shape.textContent ?? '').trim() === '') parser.counts.objectsLeftOut += 1;
  else parser.readStory(false, shape);
}

function readRuby(parser: OdtParser, ruby: Element, context: InlineContext): void {
  for (const part of ruby.children) {
    const isReading = part.localName === 'ruby-text';
    // As pages write it for programs that can't set it above the line.
    if (isReading) parser.writer.text('(', context.style);
    readOdtInline(parser, part, context);
    if (isReading) parser.writer.text(')', context.style);
  }
}

/** Reads an element in a line, or a frame between paragraphs. */
function readOdtElement(parser: OdtParser, element: Element, context: InlineContext): void {
  const { writer, counts } = parser;
  const { localName: name } = element;
  if (isLeftOut(element)) return;
  if (name === 's' || name === 'tab') writer.text(' ', context.style);
  else if (name === 'line-break') writer.breakLine(context.type);
  else if (name === 'span') readStyled(parser, element, context, null);
  else if (name === 'a')
    readStyled(parser, element, context, resolveLinkAddress(getAttribute(element, 'href') ?? ''));
  else if (name === 'note') {
    const body = findChild(element, 'note-body');
    if (body) parser.readStory(true, body);
  } else if (name === 'annotation') {
    const comment = parser.comments.names.get(element);
    if (comment !== undefined) writer.anchor(comment, 'start');
  } else if (name === 'annotation-end') writer.anchor(getAttribute(element, 'name') ?? '', 'end');
  else if (name === 'frame') readFrame(parser, element);
  else if (name === 'control') readControl(parser, element, context);
  else if (shapes.test(name)) readShape(parser, element);
  else if (name === 'ruby') readRuby(parser, element, context);
  else if (name === 'hidden-text' || getAttribute(element, 'is-hidden') === 'true') counts.hiddenLeftOut += 1;
  else if (name === 'placeholder' || getAttribute(element, 'showing-place-holder') === 'true')
    counts.placeholdersLeftOut += 1;
  else readOdtInline(parser, element, context);
}

/** Reads what is in a line: text, how it is set, links, notes, comments, frames (ODF 1.3, part 3: 6 and 7). */
function readOdtInline(parser: OdtParser, parent: Element, context: InlineContext): void {
  parser.nest(() => {
    for (const node of parent.childNodes)
      if (node instanceof Text)
        if (context.isRaised) parser.writer.raisedText(node.data, context.style);
        else parser.writer.text(node.data, context.style);
      else if (node instanceof Element) readOdtElement(parser, node, context);
  });
}

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

function readParagraph(parser: OdtParser, element: Element, list: ListContext | null): void {
  const { writer, styles, lists } = parser;
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
    parser.counts.hiddenLeftOut += 1;
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
  readOdtInline(parser, element, { style, isRaised: own.isRaised === true, type });
  writer.endBlock(type);
}

function readList(parser: OdtParser, element: Element, outer: ListContext | null): void {
  const styleName = getAttribute(element, 'style-name') ?? outer?.styleName ?? '';
  const counters = outer?.counters ?? parser.lists.open(element, styleName);
  const depth = outer === null ? 0 : outer.depth + 1;
  for (const item of element.children) {
    const isHeader = item.localName === 'list-header';
    readOdtBlocks(parser, item, { styleName, counters, depth, item: isHeader ? null : item });
  }
}

function readTable(parser: OdtParser, table: Element): void {
  const rows = listOdtRows(table);
  // A table with a single column is a frame around text.
  const isFrame = rows.every((cells) => cells.length <= 1);
  for (const cells of rows) {
    if (!isFrame) parser.writer.beginRow();
    for (const cell of cells) {
      if (cell) readOdtBlocks(parser, cell);
      if (!isFrame) parser.writer.endCell();
    }
    if (!isFrame) parser.writer.endRow();
  }
}

function readBlock(parser: OdtParser, element: Element, list: ListContext | null): void {
  const { localName: name } = element;
  if (name === 'p' || name === 'h') readParagraph(parser, element, list);
  else if (name === 'list') readList(parser, element, list);
  else if (name === 'table') readTable(parser, element);
  else if (contents.test(name)) parser.counts.contentsLeftOut += 1;
  else if (name === 'section' && getAttribute(element, 'display') === 'none')
    parser.counts.hiddenLeftOut += 1;
  else if (/^(?:section|bibliography|index-body|index-title|numbered-paragraph|soft-page-break)$/.test(name))
    readOdtBlocks(parser, element, list);
  // A frame that is anchored to the page stands between paragraphs.
  else readOdtElement(parser, element, { style: plainFlowStyle, isRaised: false, type: paragraphType });
}

/** Reads the blocks of the body or a part of it: section, list item, cell, note, text box (ODF 1.3, part 3: 5 and 9). */
export function readOdtBlocks(parser: OdtParser, parent: Element, list: ListContext | null = null): void {
  parser.nest(() => {
    for (const element of parent.children) readBlock(parser, element, list);
  });
}
