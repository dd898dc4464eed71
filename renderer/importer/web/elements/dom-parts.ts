import type { BlockPart } from '../../../../shared/import/draft-body';
import { declared, isBold, isHidden, isItalic } from './declared-style';
import { blockElements, leftOut, preformatted } from './elements';
import { InlineText, plainStyle, type Style } from './inline-text';
import { linkAddress } from './link-address';
import { itemNumbers } from './list-numbers';
import { isLayout } from './tables';

/** What a format knows of elements that HTML does not say. */
interface Hooks {
  /** Of an element inside a line: `skip` leaves it out with its words; `noteRef` names the note that it refers to. */
  inline?(element: Element): 'skip' | { noteRef: string } | null;
  /** Of an element that is a block: the kind of what it holds, or the name of the note that it is. */
  block?(element: Element): Partial<Pick<BlockPart, 'kind' | 'level' | 'name'>> | null;
}

/** What goes for everything inside an element. */
interface Around {
  style: Style;
  pre: boolean;
  /** Whether rows of a table are kept as rows. */
  rows: boolean;
}

type Setting = Pick<BlockPart, 'kind' | 'level'>;

/** Something that is seen; signs for private use are what a format marked places with. */
const visible = /[^\s\p{Cc}\p{Cf}\p{Cn}\p{Cs}]/u;

const running: Setting = { kind: 'paragraph', level: null };

/** The kind that an element gives to the words in it; of a list's item only to the first. */
function settingOf(name: string, around: Setting): Setting {
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name.slice(1)) };
  if (name === 'blockquote') return { kind: 'quote', level: null };
  if (name === 'figcaption' || name === 'caption') return { kind: 'caption', level: null };
  return name === 'li' && around.kind === 'quote' ? running : around;
}

class DomReader {
  readonly parts: BlockPart[] = [];
  private readonly line = new InlineText();
  private readonly numbers = new Map<Element, string>();
  private setting = running;
  /** What only the first block of an element has: an item's number, a note's name. */
  private first: { kind?: BlockPart['kind']; number: string; name?: string } | null = null;
  private inRow = false;

  constructor(private readonly hooks: Hooks) {}

  children(parent: ParentNode & Node, around: Around): void {
    for (const node of parent.childNodes) {
      if (node instanceof Text) this.words(node.data, around);
      else if (node instanceof Element) this.element(node, around);
    }
  }

  /** A block begins or ends here. */
  edge(): void {
    if (this.inRow) this.line.break(plainStyle);
    else this.flush();
  }

  private words(text: string, { pre, style }: Around): void {
    if (!pre) {
      this.line.add(text, style);
      return;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.lineBreak(style);
      this.line.addAsIs(this.inRow ? line.replace(/\t/g, ' ') : line, style);
    }
  }

  /** Two of them part paragraphs, as a blank line does. */
  private lineBreak(style: Style): void {
    const { kind } = this.setting;
    if (!this.line.break(style) && kind !== 'heading' && kind !== 'caption') this.edge();
  }

  private element(element: Element, around: Around): void {
    const { localName } = element;
    if (leftOut.has(localName) || isHidden(element)) return;
    if (localName === 'br') this.lineBreak(around.style);
    else if (localName === 'tr' && around.rows && !this.inRow) this.row(element, around);
    else if (blockElements.has(localName) || declared(element, 'display') === 'block')
      this.block(element, around);
    else this.inline(element, around);
  }

  private inline(element: Element, around: Around): void {
    const told = this.hooks.inline?.(element) ?? null;
    if (told === 'skip') return;
    const style = told === null ? around.style : { ...around.style, target: told.noteRef };
    this.children(element, { ...around, style: styleOf(element, style) });
  }

  private block(element: Element, around: Around): void {
    const { localName } = element;
    const inside = {
      pre: around.pre || preformatted.has(localName),
      rows: localName === 'table' ? !isLayout(element) : around.rows,
      style: styleOf(element, around.style),
    };
    this.edge();
    if (localName === 'ol') for (const [item, number] of itemNumbers(element)) this.numbers.set(item, number);
    const number = this.numbers.get(element) ?? '';
    if (this.inRow) {
      if (number !== '') this.line.add(number, inside.style);
      this.children(element, inside);
      this.edge();
      return;
    }
    const outer = this.setting;
    const told = this.hooks.block?.(element) ?? null;
    const { kind, level = null, name } = told ?? {};
    this.setting = kind ? { kind, level } : settingOf(localName, outer);
    if (name !== undefined) this.first = { number: '', name };
    else if (localName === 'li') this.first = kind ? null : { kind: 'listItem', number };
    this.children(element, inside);
    this.edge();
    if (name !== undefined || localName === 'li') this.first = null;
    this.setting = outer;
  }

  private row(row: Element, around: Around): void {
    this.flush();
    const outer = this.setting;
    this.setting = { kind: 'tableRow', level: null };
    this.inRow = true;
    for (const [index, cell] of Array.from(row.children).entries()) {
      if (index > 0) this.line.nextCell();
      if (!isHidden(cell)) this.children(cell, { ...around, style: styleOf(cell, around.style) });
    }
    this.inRow = false;
    this.flush();
    this.setting = outer;
  }

  private flush(): void {
    const { text, marks } = this.line.take();
    if (!visible.test(text)) return;
    const { kind = 'paragraph', number = '', name } = this.first ?? {};
    this.first = null;
    this.parts.push({
      kind: this.setting.kind === 'paragraph' ? kind : this.setting.kind,
      level: this.setting.level,
      text: number + text,
      marks: marks.map((mark) => ({
        ...mark,
        start: number.length + mark.start,
        end: number.length + mark.end,
      })),
      ...(name === undefined ? {} : { name }),
    });
  }
}

/** How words are set that have no element of their own inside this one. */
function styleOf(element: Element, around: Style): Style {
  const bold = isBold(element, around.bold);
  const italic = isItalic(element, around.italic);
  const link = element.localName === 'a' ? element.getAttribute('href') : null;
  const href = link === null ? around.href : linkAddress(link);
  if (bold === around.bold && italic === around.italic && href === around.href) return around;
  return { ...around, bold, italic, href };
}

/**
 * The blocks of a DOM, as a browser would show it without style sheets, each with the marks of its words (UTF-16 offsets in
 * the block). White space is collapsed; what shows no words is left out: pictures, scripts, form fields, hidden elements.
 * Links keep their address where it is absolute and http, https, mailto or doi. The DOM is only read.
 */
export function partsOf(root: Element | DocumentFragment, hooks: Hooks = {}): BlockPart[] {
  const reader = new DomReader(hooks);
  reader.children(root, { style: plainStyle, pre: false, rows: true });
  reader.edge();
  return reader.parts;
}
