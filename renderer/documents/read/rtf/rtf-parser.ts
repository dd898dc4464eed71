import { joinBytes } from '#renderer/documents/zip/join-bytes.ts';
import { decodeBytes, decodeSymbol } from '../base/code-pages.ts';
import { readWordTime } from '../flow/comment-time.ts';
import { createFlowCounts, type FlowComment, joinReplies } from '../flow/flow.ts';
import { type BlockType, FlowWriter, paragraphType, toHeading } from '../flow/flow-writer.ts';

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
type Destination = 'text' | 'skipped' | 'captured' | 'fonts' | 'styles';

/** The properties of a group, which the groups within it inherit (RTF 1.9.1, "Formal Syntax"). */
interface RtfGroup {
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
  /** Bytes that stand for a character written as `\u`, for programs that know no Unicode. */
  fallbackLength: number;
  /** Whether pictures are counted elsewhere: in another form of them, or within an object. */
  isPictureCounted: boolean;
  paragraph: RtfParagraph;
  /** Called at the end of the group; not inherited. */
  onClose: (() => void) | null;
}

interface RtfParagraph {
  style: number;
  /** The heading level that the paragraph itself names, from 0; null for none. */
  outlineLevel: number | null;
  isInTable: boolean;
  isDropCap: boolean;
}

/** A style of paragraphs in the table of styles. */
interface RtfStyle {
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
function getParagraphType(paragraph: RtfParagraph, style: RtfStyle | undefined): BlockType {
  const level = paragraph.outlineLevel ?? style?.outlineLevel ?? null;
  const hasLevel = level !== null && level >= 0 && level <= 8;
  return style?.type ?? (hasLevel ? toHeading(level + 1) : paragraphType);
}

/** The comments of a document (RTF 1.9.1, "Annotations"), in order. */
class RtfComments {
  private readonly all: (FlowComment & { parent: number | null })[] = [];
  private author = '';
  private current: (FlowComment & { parent: number | null; isOnRange: boolean }) | null = null;

  /** The author is named before the comment. */
  setAuthor(name: string): void {
    this.author = name;
  }

  begin(): void {
    const id = `unnamed ${this.all.length}`;
    this.current = {
      id,
      by: this.author,
      at: null,
      text: '',
      resolved: false,
      replies: [],
      parent: null,
      isOnRange: false,
    };
  }

  /** The name of the range of text that the comment is about. */
  setReference(name: string): void {
    if (this.current) Object.assign(this.current, { id: name, isOnRange: true });
  }

  setDate(time: number): void {
    if (this.current) this.current.at = readWordTime(time);
  }

  /** The comment that it replies to, by how far it is from it. */
  setParent(distance: number): void {
    if (this.current && distance < 0) this.current.parent = this.all.length + distance;
  }

  /** Ends the comment. Returns its id when it is on no range, and no reply: then it is about the place where it stands. */
  end(text: string): string | null {
    const comment = this.current;
    if (!comment) return null;
    this.all.push({ ...comment, text });
    this.current = null;
    return comment.isOnRange || comment.parent !== null ? null : comment.id;
  }

  /** The comments that are no replies, by id. */
  getThreads(): Map<string, FlowComment> {
    return joinReplies(this.all.map(({ parent, ...comment }) => ({ comment, parent })));
  }
}

/** Ends paragraphs, cells and rows, and keeps what belongs to the paragraph that is open. */
class RtfParagraphs {
  /** The cells of the row that is being read, as far as it says. */
  cellCount = 0;
  /** The label of the list item that begins, until its first words are written; null for other paragraphs. */
  private label: string | null = null;
  private isItem = false;

  constructor(private readonly around: RtfParser) {}

  get type(): BlockType {
    const { paragraph } = this.around.group;
    const type = getParagraphType(paragraph, this.around.styles.get(paragraph.style));
    return this.isItem && type.kind === 'paragraph' ? { kind: 'listItem', level: null } : type;
  }

  startItem(label: string): void {
    this.label = label;
    this.isItem = true;
  }

  /** The label that belongs before the words that are written next; it is handed over once. */
  takeLabel(): string | null {
    const { label } = this;
    this.label = null;
    return label;
  }

  /** Begins a story of its own. Returns how to go on with the paragraph that is open. */
  beginAside(): () => void {
    const { label, isItem } = this;
    this.start();
    return () => Object.assign(this, { label, isItem });
  }

  /** Begins or ends the row of a table where the paragraph is in one, or is not. */
  followTable(): void {
    const { writer, paragraph } = this.around.group;
    if (paragraph.isInTable && !writer.isInRow && this.cellCount !== 1) writer.beginRow();
    if (!paragraph.isInTable && writer.isInRow) writer.endRow();
  }

  end(): void {
    const { destination, revision, writer, paragraph } = this.around.group;
    // The paragraph goes on in the next one where its end was deleted.
    if (destination !== 'text' || revision === 'deleted') return;
    this.followTable();
    // A drop cap is a paragraph of its own before the words that it begins.
    if (!paragraph.isDropCap) writer.endBlock(this.type);
    this.start();
  }

  endCell(): void {
    const { destination, writer } = this.around.group;
    if (destination !== 'text') return;
    if (this.cellCount === 1) this.end();
    else {
      if (!writer.isInRow) writer.beginRow();
      writer.endCell();
    }
    this.start();
  }

  endRow(): void {
    const { destination, writer } = this.around.group;
    if (destination === 'text' && writer.isInRow) writer.endRow();
    this.start();
  }

  private start(): void {
    this.label = null;
    this.isItem = false;
  }
}

/** The state while RTF is read, and the text that comes of it. `rtf.ts` reads the tokens. */
export class RtfParser {
  readonly body = new FlowWriter();
  readonly comments = new RtfComments();
  readonly fonts = new Map<number, string>();
  readonly styles = new Map<number, RtfStyle>();
  readonly counts = {
    ...createFlowCounts(),
    changesAccepted: 0,
    symbolsMissing: 0,
    pageLinesLeftOut: 0,
    codePageUnknown: 0,
    placeholdersLeftOut: 0,
    fieldsKept: 0,
  };
  /** Lengths of the text in each language, by Windows language ids. */
  readonly languageLengths = new Map<number, number>();
  readonly properties = { title: '', creator: '' };
  readonly beside: string[] = [];
  encoding = 'windows-1252';
  defaultFont = 0;
  defaultLanguage: number | null = null;
  group: RtfGroup;
  /** The font or style that is being defined. */
  definedFont = 0;
  definedStyle: (RtfStyle & { number: number }) | null = null;
  /** LibreOffice writes some numbers as if they were text. */
  isFromLibreOffice = false;
  readonly paragraphs: RtfParagraphs;

  private readonly groups: RtfGroup[] = [];
  private bytes: Uint8Array[] = [];
  private last: { isHidden: boolean; revision: RtfGroup['revision'] } = { isHidden: false, revision: 'none' };

  constructor() {
    this.group = {
      destination: 'text',
      capture: { text: '' },
      writer: this.body,
      field: null,
      href: null,
      ...plainCharacters,
      language: null,
      fallbackLength: 1,
      isPictureCounted: false,
      paragraph: plainParagraph,
      onClose: null,
    };
    this.paragraphs = new RtfParagraphs(this);
  }

  get depth(): number {
    return this.groups.length;
  }

  open(): void {
    this.groups.push(this.group);
    this.group = { ...this.group, onClose: null };
  }

  close(): void {
    const outer = this.groups.pop();
    this.group.onClose?.();
    if (outer) this.group = outer;
  }

  addBytes(bytes: Uint8Array): void {
    if (this.group.destination !== 'skipped') this.bytes.push(bytes);
  }

  /** Writes a character that is given by its code unit (`\u`). */
  writeUnicode(number: number): void {
    const code = number & 0xffff;
    const isSymbol = code >= 0xf000 && code <= 0xf0ff;
    this.write(isSymbol ? decodeSymbol(code) : String.fromCharCode(code));
  }

  /** Decodes the bytes that were read since the last control, as characters may have several. */
  flush(): void {
    if (this.bytes.length === 0) return;
    const [first] = this.bytes;
    const all = first && this.bytes.length === 1 ? first : joinBytes(this.bytes);
    this.bytes = [];
    const { destination, font } = this.group;
    const label = this.fonts.get(font ?? this.defaultFont) ?? this.encoding;
    this.write(decodeBytes(all, destination === 'text' ? label : this.encoding));
  }

  /** Writes text to where the text of the group goes. */
  write(text: string): void {
    const { group } = this;
    if (group.destination === 'captured') group.capture.text += text;
    else if (group.destination === 'styles' && this.definedStyle) this.definedStyle.name += text;
    else if (group.destination === 'text') this.writeVisible(text);
  }

  private writeVisible(text: string): void {
    const { group, last } = this;
    if (text.trim() !== '') this.countLeftOut(group, last);
    if (group.isHidden || group.revision === 'deleted') return;
    const { writer, bold, italic, isRaised, isStruck, href, language } = group;
    this.paragraphs.followTable();
    const style = this.styles.get(group.paragraph.style);
    const isPlain = this.paragraphs.type.kind === 'paragraph';
    const own = {
      bold: bold && (isPlain || style?.bold !== true),
      italic: italic && (isPlain || style?.italic !== true),
      isStruck,
      href,
      noteRef: null,
    };
    const label = text.trim() === '' ? null : this.paragraphs.takeLabel();
    if (label !== null) writer.text(label, { ...own, bold: false, italic: false, isStruck: false });
    if (group.field && text.trim() !== '') group.field.hasResult = true;
    this.counts.symbolsMissing += text.match(/\ufffd/g)?.length ?? 0;
    if (isRaised) writer.raisedText(text, own);
    else writer.text(text, own);
    const id = language ?? this.defaultLanguage;
    if (id !== null) this.languageLengths.set(id, (this.languageLengths.get(id) ?? 0) + text.length);
  }

  private countLeftOut({ isHidden, revision }: RtfGroup, last: RtfParser['last']): void {
    if (isHidden && !last.isHidden) this.counts.hiddenLeftOut += 1;
    if (revision !== 'none' && revision !== last.revision) this.counts.changesAccepted += 1;
    this.last = { isHidden, revision };
  }

  /** Captures the text of the group, and hands it over at its end. */
  capture(receive: (text: string) => void): void {
    const { group } = this;
    group.destination = 'captured';
    group.capture = { text: '' };
    group.onClose = () => receive(group.capture.text.trim());
  }
}
