import {
  chooseResult,
  type FormField,
  isContentsField,
  isFormField,
  isUnshownField,
  parseHyperlinkField,
  readShownByInstruction,
} from '../flow/fields.ts';
import { createFlowCounts } from '../flow/flow.ts';
import { FlowWriter } from '../flow/flow-writer.ts';
import { resolveLinkAddress } from '../flow/link-address.ts';
import { codes, type DocFile, isOn, marks, readDocString, readOrNull } from './doc-file.ts';
import { DocLists, DocParagraphs } from './doc-paragraphs.ts';
import { DocCharacters, readDocStyles } from './doc-styles.ts';
import { type CharacterRange, DocText, type TextRun } from './doc-text.ts';

/** Comments, notes and text boxes by the positions of the text at which they stand. */
interface Anchored {
  /** Called before the character at a position is read. */
  events: ReadonlyMap<number, (() => void)[]>;
  /** The notes that are referred to. */
  notes: Map<number, CharacterRange>;
  /** The text boxes of drawings. */
  textBoxes: Map<number, CharacterRange[]>;
}

const nothingAnchored: Anchored = { events: new Map(), notes: new Map(), textBoxes: new Map() };

/** Takes out what stands at a position, so that it is read once: in a hostile file notes hold each other. */
function take<T>(anchored: Map<number, T>, position: number): T | undefined {
  const found = anchored.get(position);
  anchored.delete(position);
  return found;
}

/** A field that is open: its instruction comes before its result. */
interface Field {
  instruction: string;
  isResult: boolean;
  /** Whether its result has any visible text. */
  hasText: boolean;
  /** The list or check box that it is; null for any other field. */
  form: FormField | null;
}

/** The fields around the text that is being read ([MS-DOC] 2.8.25), the outermost first. */
class DocFields {
  private open: Field[] = [];

  begin(): void {
    this.open.push({ instruction: '', isResult: false, hasText: false, form: null });
  }

  /** Begins the result of the field. Returns whether it is a table of contents. */
  beginResult(): boolean {
    const field = this.open.at(-1);
    if (!field) return false;
    field.isResult = true;
    return isContentsField(field.instruction);
  }

  /** Ends a field. Returns what it shows when its result shows nothing; null for nothing. */
  end(): ReturnType<typeof readShownByInstruction> {
    const field = this.open.pop();
    return field && !field.hasText && !this.isLeftOut
      ? readShownByInstruction(field.instruction, field.form)
      : null;
  }

  /** Adds text where it belongs to an instruction. */
  addInstruction(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.isResult) field.instruction += text;
  }

  /** Whether the field that is open is a list or a check box, whose data comes in its instruction. */
  get isForm(): boolean {
    const field = this.open.at(-1);
    return field !== undefined && !field.isResult && isFormField(field.instruction);
  }

  setForm(form: FormField | null): void {
    const field = this.open.at(-1);
    if (field) field.form = form;
  }

  /** Records visible text in the result of the field. */
  addText(text: string): void {
    const field = this.open.at(-1);
    if (field && text.trim() !== '') field.hasText = true;
  }

  /** Whether the text is an instruction, in a table of contents, or a value that is not shown. */
  get isLeftOut(): boolean {
    return this.open.some(({ isResult }) => !isResult) || this.isInUnshownResult;
  }

  get isInUnshownResult(): boolean {
    return this.open.some(
      ({ instruction, isResult }) =>
        isResult && (isContentsField(instruction) || isUnshownField(instruction)),
    );
  }

  /** Whether the text is a placeholder for a drawing in a line. */
  get isOfDrawing(): boolean {
    return this.open.some(({ instruction }) => /^\s*SHAPE\b/.test(instruction));
  }

  get href(): string | null {
    for (const { instruction } of this.open.toReversed()) {
      const address = parseHyperlinkField(instruction);
      if (address !== null) return resolveLinkAddress(address);
    }
    return null;
  }

  /** Reads another story, whose text is in none of the open fields. */
  readAside(read: () => void): void {
    const { open } = this;
    this.open = [];
    read();
    this.open = open;
  }
}

const formTypes = { checkBox: 1, list: 2 };

/** The offset behind a string that ends with a zero ([MS-DOC] 2.9.352, Xstz). */
const skipString = (view: DataView, offset: number) => readDocString(view, offset).end + 2;

/** Reads the strings of a table that begins with their number ([MS-DOC] 2.2.4, STTB). */
function readStrings(view: DataView, offset: number): string[] {
  const count = view.getUint16(offset + 2, true);
  const extraBytes = view.getUint16(offset + 4, true);
  const strings: string[] = [];
  let place = offset + 6;
  for (let index = 0; index < count; index += 1) {
    const { text, end } = readDocString(view, place);
    strings.push(text);
    place = end + extraBytes;
  }
  return strings;
}

/**
 * Reads the list or check box at an offset of the data ([MS-DOC] 2.9.157, NilPICFAndBinData, and 2.9.78, FFData); null for anything
 * else, and where the data is damaged: the text around it is not.
 */
const readFormData = (data: DataView, offset: number) => readOrNull(() => readData(data, offset));

function readData(data: DataView, offset: number): FormField | null {
  const start = offset + data.getUint16(offset + 4, true);
  if (data.getUint32(start, true) !== 0xffffffff) return null;
  const bits = data.getUint16(start + 4, true);
  const type = bits & 3;
  if (type !== formTypes.checkBox && type !== formTypes.list) return null;
  const nameEnd = skipString(data, start + 10);
  const result = chooseResult((bits >> 2) & 31, data.getUint16(nameEnd, true));
  if (type === formTypes.checkBox) return { entries: null, result };
  let place = nameEnd + 2;
  // Its format, help and status texts, and the macros that run when it is entered and left.
  for (let count = 0; count < 5; count += 1) place = skipString(data, place);
  return { entries: readStrings(data, place), result };
}

/** The parts of a document that the parsers of all its stories share. */
const openParts = (file: DocFile) => ({
  text: new DocText(file),
  styles: readDocStyles(file),
  lists: new DocLists(file),
});

/** Reads ranges of characters into blocks. */
export class DocParser {
  readonly writer = new FlowWriter();
  readonly characters: DocCharacters;
  private readonly ownCounts = { ...createFlowCounts(), placeholdersLeftOut: 0, fieldsKept: 0 };
  private readonly fields = new DocFields();
  private readonly paragraphs: DocParagraphs;

  constructor(
    private readonly file: DocFile,
    private readonly anchored: Anchored = nothingAnchored,
    private readonly parts = openParts(file),
  ) {
    const { text, styles, lists } = parts;
    this.characters = new DocCharacters(styles);
    this.paragraphs = new DocParagraphs(this.writer, text, styles, lists);
  }

  get counts() {
    const { hiddenLeftOut, changesAccepted, symbolsMissing } = this.characters.counts;
    const struckThroughKept = this.writer.struckCount;
    return { ...this.ownCounts, hiddenLeftOut, changesAccepted, symbolsMissing, struckThroughKept };
  }

  /** Reads the plain text of a range, such as that of a comment, line by line. */
  readLines(start: number, end: number): string[] {
    const parser = new DocParser(this.file, nothingAnchored, this.parts);
    parser.read(start, end);
    return parser.writer.takeBlocks().flatMap(({ text }) => (text === '' ? [] : [text]));
  }

  /** Reads a range of characters. */
  read(start: number, end: number): void {
    for (const run of this.parts.text.runs(start, end)) this.readRun(run);
  }

  /** Reads a note or text box within the block that is open. */
  private readStory(isNote: boolean, { start, end }: CharacterRange): void {
    this.writer.beginStory(isNote);
    this.paragraphs.readAside(() => this.fields.readAside(() => this.read(start, end)));
    this.writer.endStory();
  }

  private readRun({ text, start, properties }: TextRun): void {
    let plainStart = 0;
    const flush = (index: number) => {
      if (index > plainStart) this.write(text.slice(plainStart, index), start + plainStart, properties);
      plainStart = index;
    };
    for (let index = 0; index < text.length; index += 1) {
      const events = this.anchored.events.get(start + index);
      const character = text.charAt(index);
      const isMark = character < ' ' && character !== '\t';
      if (events || isMark) flush(index);
      for (const call of events ?? []) call();
      if (!isMark) continue;
      this.readMark(character, start + index, properties);
      plainStart = index + 1;
    }
    flush(text.length);
  }

  private readMark(mark: string, position: number, properties: TextRun['properties']): void {
    const { fields, paragraphs, ownCounts } = this;
    const isDeleted = isOn(properties?.get(codes.isDeleted));
    if (mark === marks.fieldBegin) fields.begin();
    else if (mark === marks.fieldSeparator) ownCounts.contentsLeftOut += fields.beginResult() ? 1 : 0;
    else if (mark === marks.fieldEnd) this.endField(position, properties);
    else if (mark === marks.drawing) this.readDrawing(position, isDeleted);
    else if (mark === marks.picture && fields.isForm) this.readForm(properties);
    else if (isDeleted || fields.isLeftOut) return;
    else if (mark === marks.paragraph || mark === marks.page || mark === marks.column)
      paragraphs.end(position);
    else if (mark === marks.cell) paragraphs.endCell(position);
    else if (mark === marks.line) this.writer.breakLine(paragraphs.type);
    else if (mark === marks.picture) this.countPicture(properties);
    else if (mark === marks.hyphen) this.write('\u2011', position, properties);
    else if (mark === marks.note) {
      paragraphs.start(position);
      const note = take(this.anchored.notes, position);
      if (note) this.readStory(true, note);
    }
  }

  /** A drawing in a line of text is in the instruction of a field. */
  private readDrawing(position: number, isDeleted: boolean): void {
    const boxes = take(this.anchored.textBoxes, position) ?? [];
    if (isDeleted || this.fields.isInUnshownResult) return;
    this.paragraphs.start(position);
    for (const box of boxes) this.readStory(false, box);
    if (boxes.length === 0) this.ownCounts.objectsLeftOut += 1;
  }

  private readForm(properties: TextRun['properties']): void {
    const offset = properties?.get(codes.dataOffset);
    if (offset !== undefined && isOn(properties?.get(codes.isData)))
      this.fields.setForm(readFormData(this.file.data, offset));
  }

  /** The character of a picture also stands for data of a field, and for a picture of a drawing. */
  private countPicture(properties: TextRun['properties']): void {
    if (!this.fields.isOfDrawing && !isOn(properties?.get(codes.isData))) this.ownCounts.imagesLeftOut += 1;
  }

  private endField(position: number, properties: TextRun['properties']): void {
    const shown = this.fields.end();
    if (shown?.counted === 'symbolsMissing') this.characters.counts.symbolsMissing += 1;
    else if (shown?.counted) this.ownCounts[shown.counted] += 1;
    if (shown) this.write(shown.text, position, properties);
  }

  private write(text: string, position: number, properties: TextRun['properties']): void {
    const { fields, characters, paragraphs } = this;
    fields.addInstruction(text);
    if (text === '' || fields.isLeftOut) return;
    const paragraphStyle = this.parts.text.findParagraph(position)?.style ?? 0;
    if (!characters.isShown(properties, paragraphStyle)) return;
    fields.addText(text);
    paragraphs.start(position);
    const isPlain = paragraphs.type.kind === 'paragraph' || paragraphs.type.kind === 'listItem';
    const shown = characters.replaceSymbols(text, properties);
    const style = characters.getStyle(properties, isPlain, fields.href);
    if (characters.isRaised(properties)) this.writer.raisedText(shown, style);
    else this.writer.text(shown, style);
    characters.countLanguage(text, properties);
  }
}
