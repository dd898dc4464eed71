import { type CompoundFile, viewOf } from '../base/compound-file.ts';

/** Codes of the properties that are read ([MS-DOC] 2.6.1 and 2.6.2). */
export const codes = {
  isDeleted: 0x0800,
  isInserted: 0x0801,
  isData: 0x0806,
  bold: 0x0835,
  italic: 0x0836,
  isStruck: 0x0837,
  isDoublyStruck: 0x2a53,
  isHidden: 0x083c,
  characterStyle: 0x4a30,
  symbol: 0x6a09,
  isInTable: 0x2416,
  endsRow: 0x2417,
  list: 0x460b,
  listLevel: 0x260a,
  outlineLevel: 0x2640,
  dropCap: 0x442c,
  script: 0x2a48,
  dataOffset: 0x6a03,
};

/** The codes of the language of text, before and since Word 2000 ([MS-DOC] 2.6.1). */
export const languageCodes = [0x4873, 0x486d];

/** Characters with a meaning of their own ([MS-DOC] 2.4.1). */
export const marks = {
  picture: '\x01',
  note: '\x02',
  comment: '\x05',
  cell: '\x07',
  drawing: '\x08',
  line: '\x0b',
  page: '\x0c',
  paragraph: '\r',
  column: '\x0e',
  fieldBegin: '\x13',
  fieldSeparator: '\x14',
  fieldEnd: '\x15',
  hyphen: '\x1e',
  optionalHyphen: '\x1f',
};

/** Properties of a style are kept or reversed by 0x80 and 0x81; without it, 1 is on. */
export const isOn = (value: number | undefined) => value === 1 || value === 0x81;

/** A property that is on or off: 0x80 leaves it as the style has it, 0x81 reverses that ([MS-DOC] 2.9.327). */
export function applyToggle(value: number | undefined, getOfStyle: () => boolean): boolean {
  if (value === undefined || value === 0x80) return getOfStyle();
  return value === 0x81 ? !getOfStyle() : value === 1;
}

/** Why a Word document of the binary format is not read. */
export type DocFault = 'damaged' | 'protected' | 'tooOld';

/** The tables whose places the header of a document lists ([MS-DOC] 2.5.6 to 2.5.9), by their index there. */
const tables = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  commentReferences: 4,
  commentTexts: 5,
  pageLines: 11,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  commentAuthors: 36,
  commentBookmarks: 37,
  commentStarts: 42,
  commentEnds: 43,
  shapes: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  drawings: 50,
  textBoxTexts: 56,
  pageLineBoxTexts: 58,
  lists: 73,
  listOverrides: 74,
  commentExtras: 112,
};

type DocTable = keyof typeof tables;

const magic = 0xa5ec;
/** The version of Word 97; those before have another format. */
const minVersion = 0xc1;
const firstTableOffset = 0x9a;

/** Lengths of the stories of a document, in characters; each begins where the one before ends. */
function readStoryLengths(main: DataView) {
  const length = (offset: number) => main.getUint32(offset, true);
  return {
    body: length(0x4c),
    footnotes: length(0x50),
    headers: length(0x54),
    comments: length(0x5c),
    endnotes: length(0x60),
    textBoxes: length(0x64),
    pageLineBoxes: length(0x68),
  };
}

/** The header of a Word document (the FIB, [MS-DOC] 2.5) and the streams that it describes. Reading past an end throws. */
export class DocFile {
  readonly main: DataView;
  /** The data of pictures and form fields; empty when the document has none. */
  readonly data: DataView;
  readonly lengths: ReturnType<typeof readStoryLengths>;
  private readonly table: DataView;

  private constructor(main: Uint8Array, table: Uint8Array, data: Uint8Array) {
    this.data = viewOf(data);
    this.main = viewOf(main);
    this.table = viewOf(table);
    this.lengths = readStoryLengths(this.main);
  }

  static open(file: CompoundFile): DocFile | DocFault {
    const main = file.get('WordDocument');
    if (!main || main.length < 0x200) return 'damaged';
    const header = viewOf(main);
    if (header.getUint16(0, true) !== magic || header.getUint16(2, true) < minVersion)
      return header.getUint16(2, true) < minVersion ? 'tooOld' : 'damaged';
    const flags = header.getUint16(10, true);
    if ((flags & 0x100) !== 0) return 'protected';
    const table = file.get((flags & 0x200) === 0 ? '0Table' : '1Table');
    return table ? new DocFile(main, table, file.get('Data') ?? new Uint8Array()) : 'damaged';
  }

  private locate(name: DocTable): { start: number; length: number } {
    const index = tables[name];
    const entry = firstTableOffset + 8 * index;
    if (index >= this.main.getUint16(0x98, true)) return { start: 0, length: 0 };
    return { start: this.main.getUint32(entry, true), length: this.main.getUint32(entry + 4, true) };
  }

  /** The bytes of a table; empty when the document has none. */
  read(name: DocTable): DataView {
    const { start, length } = this.locate(name);
    return new DataView(this.table.buffer, this.table.byteOffset + start, length);
  }

  /** The bytes that follow a table. */
  readAfter(name: DocTable): DataView {
    const { start, length } = this.locate(name);
    return new DataView(
      this.table.buffer,
      this.table.byteOffset + start + length,
      this.table.byteLength - start - length,
    );
  }

  /** A table of positions with a value between each two ([MS-DOC] 2.2.2): the positions, and where the value of each begins. */
  readPlex(name: DocTable, valueBytes: number): { positions: number[]; view: DataView; values: number[] } {
    const view = this.read(name);
    const count = Math.max(0, Math.floor((view.byteLength - 4) / (4 + valueBytes)));
    const positions = Array.from({ length: view.byteLength < 4 ? 0 : count + 1 }, (_, index) =>
      view.getUint32(index * 4, true),
    );
    const values = Array.from({ length: count }, (_, index) => (count + 1) * 4 + index * valueBytes);
    return { positions, view, values };
  }
}

/** Null where a number in the file leads out of it. */
export function readOrNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Reads a string of UTF-16 that begins with its length. */
export function readDocString(view: DataView, offset: number): { text: string; end: number } {
  const length = view.getUint16(offset, true);
  const codes = Array.from({ length }, (_, index) => view.getUint16(offset + 2 + index * 2, true));
  return { text: codes.map((code) => String.fromCharCode(code)).join(''), end: offset + 2 + length * 2 };
}
