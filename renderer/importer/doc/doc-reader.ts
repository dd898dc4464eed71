import { paragraphType } from '../flow/flow-block';
import { createFlowCounts } from '../flow/flow-counts';
import { FlowWriter } from '../flow/flow-writer';
import { decodeSymbol } from '../rtf/code-pages';
import { readSymbolField } from '../symbol-field';
import { resolveLinkAddress } from '../web/elements/link-address';
import { missingSymbol } from '../word/reading/runs/symbols';
import type { DocFile } from './doc-file';
import { DocLists } from './doc-lists';
import { applyToggle, type DocStyles, hiddenCode, languageCodes, readDocStyles } from './doc-styles';
import { decodePiece, type Piece, readPieces } from './pieces';
import { type PropertyRun, PropertyRuns } from './property-runs';

/** Codes of the properties that are read ([MS-DOC] 2.6.1 and 2.6.2). */
const codes = {
  ...{
    isDeleted: 0x0800,
    isInserted: 0x0801,
    isData: 0x0806,
    bold: 0x0835,
    italic: 0x0836,
    isHidden: hiddenCode,
    characterStyle: 0x4a30,
    symbol: 0x6a09,
  },
  ...{ isInTable: 0x2416, endsRow: 0x2417, list: 0x460b, listLevel: 0x260a, outlineLevel: 0x2640 },
};

/** Characters with a meaning of their own ([MS-DOC] 2.4.1). */
const marks = {
  ...{
    picture: '\x01',
    note: '\x02',
    comment: '\x05',
    cell: '\x07',
    drawing: '\x08',
    line: '\x0b',
    page: '\x0c',
  },
  ...{ paragraph: '\r', column: '\x0e', fieldBegin: '\x13', fieldSeparator: '\x14', fieldEnd: '\x15' },
  ...{ hyphen: '\x1e', optionalHyphen: '\x1f' },
};

/** A field that is open: its instruction comes before its result. */
interface Field {
  instruction: string;
  isResult: boolean;
  /** Whether its result has any visible text. */
  hasText: boolean;
}

/** Properties of a style are kept or reversed by 0x80 and 0x81; without it, 1 is on. */
const isOn = (value: number | undefined) => value === 1 || value === 0x81;

/** Reads ranges of characters into blocks. */
export class DocReader {
  readonly writer: FlowWriter;
  readonly counts = { ...createFlowCounts(), changesAccepted: 0, symbolsMissing: 0 };
  readonly languageLengths = new Map<number, number>();
  private readonly pieces: Piece[];
  private readonly characters: PropertyRuns;
  private readonly paragraphs: PropertyRuns;
  private readonly styles: DocStyles;
  private readonly lists: DocLists;
  private fields: Field[] = [];
  /** Whether the next text is the first of its paragraph. */
  private isStart = true;
  private type = paragraphType;
  private last = { isHidden: false, change: '' };

  /** `events` are called before the character at their position is read; `readNote` where a note is referred to. */
  constructor(
    private readonly file: DocFile,
    private readonly events: ReadonlyMap<number, (() => void)[]>,
    private readonly readNote: (reader: DocReader, position: number) => void,
    shared?: DocReader,
  ) {
    this.writer = new FlowWriter();
    this.pieces = shared?.pieces ?? readPieces(file);
    this.characters = shared?.characters ?? new PropertyRuns(file, 'characterPages');
    this.paragraphs = shared?.paragraphs ?? new PropertyRuns(file, 'paragraphPages');
    this.styles = shared?.styles ?? readDocStyles(file);
    this.lists = shared?.lists ?? new DocLists(file);
  }

  /** Reads the plain text of a range, such as that of a comment, line by line. */
  readLines(start: number, end: number): string[] {
    const reader = new DocReader(this.file, new Map(), () => {}, this);
    reader.read(start, end);
    return reader.writer.takeBlocks().flatMap(({ text }) => (text === '' ? [] : [text]));
  }

  /** Reads a range of characters. */
  read(start: number, end: number): void {
    for (const piece of this.pieces) {
      const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
      for (let position = from; position < to; ) {
        const offset = piece.offset + (position - piece.start) * piece.bytesPerCharacter;
        const run = this.characters.find(offset);
        const runLength = run
          ? Math.max(1, Math.floor((run.end - offset) / piece.bytesPerCharacter))
          : to - position;
        const next = Math.min(to, position + runLength);
        this.readRun(piece, position, next, run);
        position = next;
      }
    }
  }

  /** Reads a note or text box within the block that is open. */
  readStory(isNote: boolean, start: number, end: number): void {
    const { isStart, type, fields } = this;
    this.writer.beginStory(isNote);
    Object.assign(this, { isStart: true, type: paragraphType, fields: [] });
    this.read(start, end);
    this.writer.endStory();
    Object.assign(this, { isStart, type, fields });
  }

  private readRun(piece: Piece, start: number, end: number, run: PropertyRun | null): void {
    const text = decodePiece(this.file, piece, start, end);
    let plainStart = 0;
    const flush = (index: number) => {
      if (index > plainStart) this.write(text.slice(plainStart, index), piece, start + plainStart, run);
      plainStart = index;
    };
    for (let index = 0; index < text.length; index += 1) {
      const events = this.events.get(start + index);
      const character = text.charAt(index);
      const isMark = character < ' ' && character !== '\t';
      if (events || isMark) flush(index);
      for (const call of events ?? []) call();
      if (!isMark) continue;
      this.readMark(character, piece, start + index, run);
      plainStart = index + 1;
    }
    flush(text.length);
  }

  private getParagraph(piece: Piece, position: number): PropertyRun | null {
    return this.paragraphs.find(piece.offset + (position - piece.start) * piece.bytesPerCharacter);
  }

  private readMark(mark: string, piece: Piece, position: number, run: PropertyRun | null): void {
    const isDeleted = isOn(run?.properties.get(codes.isDeleted));
    if (mark === marks.fieldBegin) this.fields.push({ instruction: '', isResult: false, hasText: false });
    else if (mark === marks.fieldSeparator) this.beginResult();
    else if (mark === marks.fieldEnd) this.endField(piece, position, run);
    else if (isDeleted || this.isLeftOut) return;
    else if (mark === marks.paragraph || mark === marks.page || mark === marks.column)
      this.endParagraph(piece, position);
    else if (mark === marks.cell) this.endCell(piece, position);
    else if (mark === marks.line) this.writer.breakLine(this.type);
    else if (mark === marks.picture) this.countPicture(run);
    else if (mark === marks.drawing) this.counts.objectsLeftOut += 1;
    else if (mark === marks.hyphen) this.write('\u2011', piece, position, run);
    else if (mark === marks.note) {
      this.startParagraph(piece, position);
      this.readNote(this, position);
    }
  }

  /** The character of a picture also stands for data of a field, and for a picture of a drawing. */
  private countPicture(run: PropertyRun | null): void {
    const isOfDrawing = this.fields.some(({ instruction }) => /^\s*SHAPE\b/.test(instruction));
    if (!isOfDrawing && !isOn(run?.properties.get(codes.isData))) this.counts.imagesLeftOut += 1;
  }

  /** Whether the text is an instruction, or in a table of contents. */
  private get isLeftOut(): boolean {
    return this.fields.some(
      ({ instruction, isResult }) => !isResult || /^\s*(?:TOC|INDEX|TOA)\b/i.test(instruction),
    );
  }

  private beginResult(): void {
    const field = this.fields.at(-1);
    if (!field) return;
    if (/^\s*(?:TOC|INDEX|TOA)\b/i.test(field.instruction)) this.counts.contentsLeftOut += 1;
    field.isResult = true;
  }

  /** A SYMBOL field often has no result. */
  private endField(piece: Piece, position: number, run: PropertyRun | null): void {
    const field = this.fields.pop();
    const symbol = field && !field.hasText ? readSymbolField(field.instruction) : null;
    if (symbol === null || this.isLeftOut) return;
    if (symbol === missingSymbol) this.counts.symbolsMissing += 1;
    this.write(symbol, piece, position, run);
  }

  private get href(): string | null {
    for (const { instruction } of this.fields.toReversed()) {
      const [, quoted] = /^\s*HYPERLINK\s+"([^"]*)"/i.exec(instruction) ?? [];
      if (quoted !== undefined) return resolveLinkAddress(quoted);
    }
    return null;
  }

  private startParagraph(piece: Piece, position: number): void {
    if (!this.isStart) return;
    const paragraph = this.getParagraph(piece, position);
    const properties = paragraph?.properties;
    this.isStart = false;
    const isInTable = isOn(properties?.get(codes.isInTable));
    if (isInTable && !this.writer.isInRow) this.writer.beginRow();
    if (!isInTable && this.writer.isInRow) this.writer.endRow();
    this.type = this.styles.types[paragraph?.style ?? 0] ?? paragraphType;
    const ofStyle = this.styles.properties[paragraph?.style ?? 0];
    const list = properties?.get(codes.list) ?? ofStyle?.get(codes.list) ?? 0;
    const level = properties?.get(codes.listLevel) ?? ofStyle?.get(codes.listLevel) ?? 0;
    const label = list > 0 && list < 0x7ff ? this.lists.next(list, level) : null;
    if (label === null) return;
    if (this.type.kind === 'paragraph') this.type = { kind: 'listItem', level: null };
    this.writer.text(label);
  }

  private write(text: string, piece: Piece, position: number, run: PropertyRun | null): void {
    const field = this.fields.at(-1);
    if (field && !field.isResult) field.instruction += text;
    if (this.isLeftOut) return;
    const properties = run?.properties;
    const change = isOn(properties?.get(codes.isDeleted))
      ? 'deleted'
      : isOn(properties?.get(codes.isInserted))
        ? 'inserted'
        : '';
    const isHidden = applyToggle(properties?.get(codes.isHidden), () =>
      this.isHiddenByStyle(piece, position, run),
    );
    if (change !== '' && change !== this.last.change) this.counts.changesAccepted += 1;
    if (isHidden && !this.last.isHidden) this.counts.hiddenLeftOut += 1;
    this.last = { isHidden, change };
    if (change === 'deleted' || isHidden) return;
    if (field && text.trim() !== '') field.hasText = true;
    this.startParagraph(piece, position);
    const shown = this.replaceSymbols(text, properties?.get(codes.symbol));
    const isPlain = this.type.kind === 'paragraph' || this.type.kind === 'listItem';
    this.writer.text(shown, {
      bold: isOn(properties?.get(codes.bold)) && isPlain,
      italic: isOn(properties?.get(codes.italic)),
      ...{ href: this.href, noteRef: null },
    });
    const own = languageCodes.map((code) => properties?.get(code)).find((id) => id !== undefined);
    const language = own ?? this.styles.language;
    if (language !== null)
      this.languageLengths.set(language, (this.languageLengths.get(language) ?? 0) + text.length);
  }

  /** A style of characters that hides its text reverses what the style of the paragraph says, as in Word. */
  private isHiddenByStyle(piece: Piece, position: number, run: PropertyRun | null): boolean {
    const { areHidden } = this.styles;
    const characterStyle = run?.properties.get(codes.characterStyle) ?? -1;
    return (
      (areHidden[characterStyle] ?? false) !==
      (areHidden[this.getParagraph(piece, position)?.style ?? 0] ?? false)
    );
  }

  /** A symbol is stored as another character, and its code in a font of symbols as a property ([MS-DOC] 2.9.55). */
  private replaceSymbols(text: string, symbol: number | undefined): string {
    if (symbol === undefined) return text;
    const shown = decodeSymbol(symbol >>> 16);
    if (shown === '\ufffd') this.counts.symbolsMissing += text.length;
    return shown.repeat(text.length);
  }

  private endParagraph(piece: Piece, position: number): void {
    this.startParagraph(piece, position);
    this.writer.endBlock(this.type);
    this.isStart = true;
  }

  private endCell(piece: Piece, position: number): void {
    this.startParagraph(piece, position);
    const isRowEnd = isOn(this.getParagraph(piece, position)?.properties.get(codes.endsRow));
    if (!isRowEnd) this.writer.endCell();
    else if (this.writer.isInRow) this.writer.endRow();
    this.isStart = true;
  }
}
