import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import { codes, type DocFile, isOn, marks } from './doc-file.ts';

/** The range that holds a place, among ranges in order. */
function findAt<Range extends CharacterRange>(ranges: readonly Range[], place: number): Range | undefined {
  const range = ranges[findFirstIndex(ranges.length, (index) => at(ranges, index).start > place) - 1];
  return range && place < range.end ? range : undefined;
}

/** A part of the text: characters from `start` to `end` are at an offset of the main stream, with one or two bytes each. */
interface Piece {
  start: number;
  end: number;
  offset: number;
  bytesPerCharacter: 1 | 2;
}

const decoders = { 1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le') };

/** Skips what comes before the piece table: properties that a fast save left ([MS-DOC] 2.9.38, Clx). */
function findPieceTable(view: DataView): number {
  let offset = 0;
  while (view.getUint8(offset) === 1) offset += 3 + view.getUint16(offset + 1, true);
  return offset + 5;
}

/** Reads the pieces of the text in order ([MS-DOC] 2.8.35, PlcPcd). */
function readPieces(file: DocFile): Piece[] {
  const view = file.read('pieces');
  const table = findPieceTable(view);
  const count = Math.floor((view.byteLength - table - 4) / 12);
  return Array.from({ length: count }, (_, index): Piece => {
    const start = view.getUint32(table + index * 4, true);
    const end = view.getUint32(table + index * 4 + 4, true);
    const place = view.getUint32(table + (count + 1) * 4 + index * 8 + 2, true);
    const isCompressed = (place & 0x40000000) !== 0;
    const offset = place & 0x3fffffff;
    return isCompressed
      ? { start, end, offset: offset / 2, bytesPerCharacter: 1 }
      : { start, end, offset, bytesPerCharacter: 2 };
  });
}

/** Decodes characters of a piece. Where they are cut off, what is there is returned. */
function decodePiece(file: DocFile, piece: Piece, start: number, end: number): string {
  const { bytesPerCharacter: width } = piece;
  const offset = Math.min(file.main.byteLength, piece.offset + (start - piece.start) * width);
  const length = Math.max(0, Math.min((end - start) * width, file.main.byteLength - offset));
  return decoders[width].decode(new Uint8Array(file.main.buffer, file.main.byteOffset + offset, length));
}

/** Properties of a range of the main stream: a list of changes to the defaults ([MS-DOC] 2.2.5, Prl). */
interface PropertyRun {
  start: number;
  end: number;
  /** The style of a paragraph; 0 for characters. */
  style: number;
  properties: ReadonlyMap<number, number>;
}

const pageBytes = 512;

/** The length of the value of each kind of property, by the three highest bits of its code; 0 where it begins with its length. */
const valueLengths = [1, 1, 2, 4, 2, 2, 0, 3];
/** The definition of a table's rows has a length of two bytes. */
const tableDefinition = 0xd608;

/** Reads a list of properties: their values by their codes, those of one to four bytes. */
export function readProperties(view: DataView, start: number, end: number): ReadonlyMap<number, number> {
  const properties = new Map<number, number>();
  for (let offset = start; offset + 3 <= end; ) {
    const code = view.getUint16(offset, true);
    offset += 2;
    const fixed = valueLengths[code >> 13] ?? 0;
    const length =
      fixed > 0
        ? fixed
        : code === tableDefinition
          ? view.getUint16(offset, true) + 1
          : view.getUint8(offset) + 1;
    if (fixed > 0 && offset + fixed <= end) {
      if (fixed === 1) properties.set(code, view.getUint8(offset));
      else properties.set(code, fixed === 4 ? view.getUint32(offset, true) : view.getUint16(offset, true));
    }
    offset += length;
  }
  return properties;
}

/** Reads the value of an entry of a page: properties of characters, or style and properties of a paragraph. */
function readValue(
  view: DataView,
  place: number,
  isParagraph: boolean,
): Pick<PropertyRun, 'style' | 'properties'> {
  if (place === 0) return { style: 0, properties: new Map() };
  const first = view.getUint8(place);
  if (!isParagraph) return { style: 0, properties: readProperties(view, place + 1, place + 1 + first) };
  const [start, length] =
    first === 0 ? [place + 2, view.getUint8(place + 1) * 2] : [place + 1, first * 2 - 1];
  if (length < 2) return { style: 0, properties: new Map() };
  return { style: view.getUint16(start, true), properties: readProperties(view, start + 2, start + length) };
}

/** Reads a page of properties ([MS-DOC] 2.9.33 and 2.9.174): offsets of text, then for each range where its value is. */
function readPage(main: DataView, page: number, isParagraph: boolean): PropertyRun[] {
  const view = new DataView(main.buffer, main.byteOffset + page * pageBytes, pageBytes);
  const count = view.getUint8(pageBytes - 1);
  const entryBytes = isParagraph ? 13 : 1;
  return Array.from({ length: count }, (_, index) => ({
    start: view.getUint32(index * 4, true),
    end: view.getUint32(index * 4 + 4, true),
    ...readValue(view, view.getUint8((count + 1) * 4 + index * entryBytes) * 2, isParagraph),
  }));
}

/** The properties of characters or paragraphs in the order of the main stream. */
class PropertyRuns {
  private readonly runs: PropertyRun[];

  constructor(file: DocFile, table: 'characterPages' | 'paragraphPages') {
    const { view, values } = file.readPlex(table, 4);
    this.runs = values
      .flatMap((value) =>
        readPage(file.main, view.getUint32(value, true) & 0x3fffff, table === 'paragraphPages'),
      )
      .sort((a, b) => a.start - b.start);
  }

  /** The run at an offset of the main stream; null when there is none. */
  find(offset: number): PropertyRun | null {
    return findAt(this.runs, offset) ?? null;
  }
}

/** The positions of a story, a note or a text box. */
export interface CharacterRange {
  start: number;
  end: number;
}

/** Characters with the same properties. */
export interface TextRun {
  /** The position of its first character. */
  start: number;
  text: string;
  properties: ReadonlyMap<number, number> | undefined;
}

/** The characters of all stories of a document by their positions, and the properties of each. */
export class DocText {
  private readonly pieces: Piece[];
  private readonly characters: PropertyRuns;
  private readonly paragraphs: PropertyRuns;

  constructor(private readonly file: DocFile) {
    this.pieces = readPieces(file);
    this.characters = new PropertyRuns(file, 'characterPages');
    this.paragraphs = new PropertyRuns(file, 'paragraphPages');
  }

  /** The runs of a range of positions, in order. */
  *runs(start: number, end: number): Generator<TextRun> {
    for (const piece of this.pieces) {
      const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
      for (let position = from; position < to; ) {
        const offset = piece.offset + (position - piece.start) * piece.bytesPerCharacter;
        const run = this.characters.find(offset);
        const length = run
          ? Math.max(1, Math.floor((run.end - offset) / piece.bytesPerCharacter))
          : to - position;
        const next = Math.min(to, position + length);
        const text = decodePiece(this.file, piece, position, next);
        yield { start: position, text, properties: run?.properties };
        position = next;
      }
    }
  }

  /** The style and properties of the paragraph in which a character is; null when the file does not say. */
  findParagraph(position: number): PropertyRun | null {
    const piece = findAt(this.pieces, position);
    if (!piece) return null;
    return this.paragraphs.find(piece.offset + (position - piece.start) * piece.bytesPerCharacter);
  }

  /**
   * Where the table ends that begins at a position, and whether it is a frame around text: a table with a single column. Cells
   * end with a mark of their own, and rows with one more ([MS-DOC] 2.4.3).
   */
  measureTable(start: number): { end: number; isFrame: boolean } {
    let isFrame = true;
    let cellCount = 0;
    for (const run of this.runs(start, Number.POSITIVE_INFINITY))
      for (
        let index = run.text.indexOf(marks.cell);
        index >= 0;
        index = run.text.indexOf(marks.cell, index + 1)
      ) {
        const position = run.start + index;
        if (!isOn(this.findParagraph(position)?.properties.get(codes.endsRow))) {
          cellCount += 1;
          continue;
        }
        if (cellCount > 1) isFrame = false;
        cellCount = 0;
        const isInTable = isOn(this.findParagraph(position + 1)?.properties.get(codes.isInTable));
        if (!isInTable) return { end: position + 1, isFrame };
      }
    return { end: Number.POSITIVE_INFINITY, isFrame: isFrame && cellCount <= 1 };
  }
}
