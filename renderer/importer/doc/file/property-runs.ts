import type { DocFile } from './doc-file';

/** Properties of a range of the main stream: a list of changes to the defaults ([MS-DOC] 2.2.5, Prl). */
export interface PropertyRun {
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
export class PropertyRuns {
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
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const run = this.runs[low - 1];
    return run && offset < run.end ? run : null;
  }
}
