import {
  BlockText,
  buildMarks,
  hasVisibleText,
  type InlineStyle,
  plainInlineStyle,
  trimEnds,
} from '#renderer/documents/read/flow/block-text.ts';
import {
  blockElements,
  excludedElements,
  getDeclaredStyle,
  isBold,
  isHidden,
  isItalic,
  preformattedElements,
} from '#renderer/documents/read/flow/element-kinds.ts';
import { resolveLinkAddress } from '#renderer/documents/read/flow/link-address.ts';
import { numberListItems } from '#renderer/documents/read/flow/list-numbers.ts';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';

/** A cell with more blocks is a column of the page's layout, not a cell of a table of data. */
const maxBlocksPerCell = 3;

const layoutContent = 'h1, h2, h3, h4, h5, h6, table, blockquote, pre, article, section, figure, hr';

/** The elements of a table that match a selector, without those of tables within it. */
function queryOwn(table: Element, selector: string): Element[] {
  return Array.from(table.querySelectorAll(selector)).filter((part) => part.closest('table') === table);
}

/** Whether a table only lays out parts of a page. Its cells are then read one after another, as if there were no table. */
function isLayoutTable(table: Element): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return true;
  const cells = queryOwn(table, 'td, th');
  if (queryOwn(table, 'tr').every(({ children }) => children.length <= 1)) return true;
  return cells.some(
    (cell) =>
      cell.querySelector(layoutContent) !== null ||
      cell.querySelectorAll('p, div, li').length > maxBlocksPerCell,
  );
}

/** The number of tables that are kept row by row. */
export function countDataTables(root: ParentNode): number {
  return Array.from(root.querySelectorAll('table')).filter((table) => !isLayoutTable(table)).length;
}

/** Knowledge of a format about elements, beyond HTML. */
interface ElementHooks {
  /** For an element within a line: the name of the note that it refers to. */
  inline?(element: Element): { noteRef: string } | null;
  /** For a block element: the kind of its content, or the name of the note that it is. */
  block?(element: Element): Partial<Pick<ImportedBlock, 'kind' | 'level' | 'name'>> | null;
}

type BlockType = Pick<ImportedBlock, 'kind' | 'level'>;

const paragraphType: BlockType = { kind: 'paragraph', level: null };

/** The type of the blocks in an element; `outer` is that of the element around it. A list item is one only in its first block. */
function getBlockType(name: string, outer: BlockType): BlockType {
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name.slice(1)) };
  if (name === 'blockquote') return { kind: 'quote', level: null };
  if (name === 'figcaption' || name === 'caption') return { kind: 'caption', level: null };
  return name === 'li' && outer.kind === 'quote' ? paragraphType : outer;
}

/** The style of text directly in an element; `outer` is that of the element around it, and is returned when nothing changes. */
function getInlineStyle(element: Element, outer: InlineStyle): InlineStyle {
  const bold = isBold(element, outer.bold);
  const italic = isItalic(element, outer.italic);
  const link = element.localName === 'a' ? element.getAttribute('href') : null;
  const href = link === null ? outer.href : resolveLinkAddress(link);
  if (bold === outer.bold && italic === outer.italic && href === outer.href) return outer;
  return { ...outer, bold, italic, href };
}

/** Properties that everything inside an element inherits. */
interface InheritedContext {
  style: InlineStyle;
  isPreformatted: boolean;
  /** Whether rows of tables become blocks of their own. */
  keepsRows: boolean;
}

/** Reads a DOM as blocks, element by element in document order. */
class BlockParser {
  readonly blocks: ImportedBlock[] = [];
  /** For each block, the elements that its text stands in directly. */
  readonly textElements: Element[][] = [];
  private openElements: Element[] = [];
  private readonly text = new BlockText();
  private readonly itemNumbers = new Map<Element, string>();
  private blockType = paragraphType;
  /** Properties of an element's first block only: the number of a list item, the name of a note. */
  private firstBlock: { kind?: ImportedBlock['kind']; number: string; name?: string } | null = null;
  private isInRow = false;

  constructor(private readonly hooks: ElementHooks) {}

  readChildren(parent: ParentNode & Node, context: InheritedContext): void {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        if (parent instanceof Element && hasVisibleText(node.data)) this.openElements.push(parent);
        this.readText(node.data, context);
      } else if (node instanceof Element) this.readElement(node, context);
    }
  }

  /** Starts a new block; within a row of a table, a new line. */
  startBlock(): void {
    if (this.isInRow) this.text.break(plainInlineStyle);
    else this.finishBlock();
  }

  private readText(text: string, { isPreformatted, style }: InheritedContext): void {
    if (!isPreformatted) {
      this.text.add(text, style);
      return;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.breakLine(style);
      this.text.addPreformatted(this.isInRow ? line.replace(/\t/g, ' ') : line, style);
    }
  }

  /** Two line breaks in a row separate paragraphs, as a blank line does. */
  private breakLine(style: InlineStyle): void {
    const { kind } = this.blockType;
    if (!this.text.break(style) && kind !== 'heading' && kind !== 'caption') this.startBlock();
  }

  private readElement(element: Element, context: InheritedContext): void {
    const { localName } = element;
    if (excludedElements.has(localName) || isHidden(element)) return;
    if (localName === 'br') this.breakLine(context.style);
    else if (localName === 'tr' && context.keepsRows && !this.isInRow) this.readRow(element, context);
    else if (blockElements.has(localName) || getDeclaredStyle(element, 'display') === 'block')
      this.readBlock(element, context);
    else this.readInline(element, context);
  }

  private readInline(element: Element, context: InheritedContext): void {
    const hint = this.hooks.inline?.(element) ?? null;
    const style = hint === null ? context.style : { ...context.style, noteRef: hint.noteRef };
    this.readChildren(element, { ...context, style: getInlineStyle(element, style) });
  }

  private readBlock(element: Element, outer: InheritedContext): void {
    const { localName } = element;
    const context: InheritedContext = {
      style: getInlineStyle(element, outer.style),
      isPreformatted: outer.isPreformatted || preformattedElements.has(localName),
      keepsRows: localName === 'table' ? !isLayoutTable(element) : outer.keepsRows,
    };
    this.startBlock();
    if (localName === 'ol')
      for (const [item, number] of numberListItems(element)) this.itemNumbers.set(item, number);
    const number = this.itemNumbers.get(element) ?? '';
    if (this.isInRow) {
      if (number !== '') this.text.add(number, context.style);
      this.readChildren(element, context);
      this.startBlock();
      return;
    }
    const outerType = this.blockType;
    const { kind, level = null, name } = this.hooks.block?.(element) ?? {};
    this.blockType = kind ? { kind, level } : getBlockType(localName, outerType);
    if (name !== undefined) this.firstBlock = { number: '', name };
    else if (localName === 'li') this.firstBlock = kind ? null : { kind: 'listItem', number };
    this.readChildren(element, context);
    this.startBlock();
    if (name !== undefined || localName === 'li') this.firstBlock = null;
    this.blockType = outerType;
  }

  private readRow(row: Element, context: InheritedContext): void {
    this.finishBlock();
    const outerType = this.blockType;
    this.blockType = { kind: 'tableRow', level: null };
    this.isInRow = true;
    for (const [index, cell] of Array.from(row.children).entries()) {
      if (index > 0) this.text.endCell();
      if (!isHidden(cell))
        this.readChildren(cell, { ...context, style: getInlineStyle(cell, context.style) });
    }
    this.isInRow = false;
    this.finishBlock();
    this.blockType = outerType;
  }

  private finishBlock(): void {
    const { text, ranges } = trimEnds(this.text.take());
    const elements = this.openElements;
    this.openElements = [];
    if (!hasVisibleText(text)) return;
    const { kind = 'paragraph', number = '', name } = this.firstBlock ?? {};
    this.firstBlock = null;
    this.textElements.push(elements);
    this.blocks.push({
      kind: this.blockType.kind === 'paragraph' ? kind : this.blockType.kind,
      level: this.blockType.level,
      text: number + text,
      marks: buildMarks(text, ranges).map((mark) => ({
        ...mark,
        start: number.length + mark.start,
        end: number.length + mark.end,
      })),
      ...(name === undefined ? {} : { name }),
    });
  }
}

/**
 * Reads the blocks of a DOM as a browser would show it without style sheets, each with marks (UTF-16 offsets in the block). White
 * space is collapsed. Elements without text are left out: pictures, scripts, form fields, hidden elements. Links keep their
 * address when it is absolute and http, https, mailto or doi. The DOM is not changed.
 */
export function readBlocks(root: Element | DocumentFragment, hooks: ElementHooks = {}): ImportedBlock[] {
  return readAll(root, hooks).blocks;
}

/** The same, each block with the elements that its text stands in directly. */
export function readBlocksWithElements(
  root: Element,
  hooks: ElementHooks,
): { block: ImportedBlock; elements: Element[] }[] {
  const { blocks, textElements } = readAll(root, hooks);
  return blocks.map((block, index) => ({ block, elements: textElements[index] ?? [] }));
}

function readAll(root: Element | DocumentFragment, hooks: ElementHooks): BlockParser {
  const parser = new BlockParser(hooks);
  parser.readChildren(root, { style: plainInlineStyle, isPreformatted: false, keepsRows: true });
  parser.startBlock();
  return parser;
}
