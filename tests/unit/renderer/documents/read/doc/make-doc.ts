import { makeCompoundFile } from '../base/make-compound-file.ts';

interface Run {
  text: string;
  /** Its properties as bytes ([MS-DOC] 2.2.5). */
  properties?: number[];
}

interface Sample {
  /** Each paragraph has one run for each part of it, and a style by its number. */
  paragraphs: { style?: number; list?: number; runs: Run[] }[];
  /** The styles: those of paragraphs or of characters, with properties of characters. */
  styles?: { isParagraph: boolean; base?: number; properties?: number[] }[];
  /** References to the only list, by which paragraphs refer to it from 1 on: the number with which each begins anew, if it does. */
  listReferences?: (number | null)[];
  /** The data of form fields. */
  data?: number[];
  /** The page headers and footers of the only section. */
  pageLines?: string[];
}

const number16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const number32 = (value: number) => [...number16(value & 0xffff), ...number16(value >>> 16)];
const utf16 = (text: string) => Array.from(text, (character) => number16(character.charCodeAt(0))).flat();
const padded = (bytes: number[]) => (bytes.length % 2 === 0 ? bytes : [...bytes, 0]);

const pageBytes = 512;
const textOffset = 1_024;
const noBase = 0xfff;

function makeStyles(styles: NonNullable<Sample['styles']>): number[] {
  const described = styles.map(({ isParagraph, base = noBase, properties = [] }, index) => {
    const own = [...number16(properties.length), ...padded(properties)];
    const upx = isParagraph ? [...number16(2), ...number16(index), ...own] : own;
    const kind = (base << 4) | (isParagraph ? 1 : 2);
    const std = [
      ...number16(0xffe),
      ...number16(kind),
      0,
      0,
      0,
      0,
      0,
      0,
      ...number16(1),
      ...utf16('S'),
      0,
      0,
    ];
    return [...number16(std.length + upx.length), ...std, ...upx];
  });
  const header = [...number16(styles.length), ...number16(10), ...Array<number>(14).fill(0)];
  return [...number16(header.length), ...header, ...described.flat()];
}

const listId = 7;
/** A list of a single level, `1.`, `2.`, …, and the level, which stands behind the table. */
const listTable = [...number16(1), ...number32(listId), ...Array<number>(22).fill(0), 1, 0];
const listLevel = [...number32(1), ...Array<number>(24).fill(0), ...number16(2), ...utf16('\0.')];

function makeListReferences(starts: readonly (number | null)[]): number[] {
  const references = starts.flatMap((start) => [
    ...[...number32(listId), ...Array<number>(8).fill(0)],
    ...[start === null ? 0 : 1, 0, 0, 0],
  ]);
  const restarts = starts.flatMap((start) => [
    ...number32(0xffffffff),
    ...(start === null ? [] : [...number32(start), ...number32(0x10)]),
  ]);
  return [...number32(starts.length), ...references, ...restarts];
}

/** A page of properties: the offsets of text, where the value of each range is, the values, and the number of ranges. */
function makePage(entries: { length: number; value: number[] }[], entryBytes: number): number[] {
  let offset = textOffset;
  const starts = entries.map(({ length }) => {
    offset += length * 2;
    return number32(offset - length * 2);
  });
  const page = [...starts.flat(), ...number32(offset)];
  let place = page.length + entries.length * entryBytes;
  const values: number[] = [];
  for (const { value } of entries) {
    place += place % 2;
    page.push(place / 2, ...Array<number>(entryBytes - 1).fill(0));
    place += value.length + (value.length % 2);
    values.push(...padded(value));
  }
  if (page.length % 2 === 1) page.push(0);
  page.push(...values, ...Array<number>(pageBytes).fill(0));
  return [...page.slice(0, pageBytes - 1), entries.length];
}

/** Builds a Word document of the binary format ([MS-DOC]). */
export function makeDoc({
  paragraphs,
  styles = [],
  pageLines = [],
  listReferences = [],
  data = [],
}: Sample): Uint8Array {
  const runs = paragraphs.flatMap((paragraph) => [...paragraph.runs, { text: '\r', properties: [] }]);
  const body = runs.map(({ text }) => text).join('');
  const lines = pageLines.join('');
  const text = utf16(body + lines);
  const pagesStart = Math.ceil((textOffset + text.length) / pageBytes);
  const characters = runs.map(({ text: { length }, properties = [] }) => ({
    length,
    value: [properties.length, ...properties],
  }));
  const ofParagraphs = paragraphs.map(({ style = 0, list, runs: own }) => ({
    length: own.reduce((sum, run) => sum + run.text.length, 1),
    value:
      list === undefined
        ? [2, ...number16(style), 0]
        : [0, 3, ...number16(style), 0x0b, 0x46, ...number16(list)],
  }));
  const all = number32(0).concat(number32(body.length + lines.length));
  const bytesOfText = [...number32(textOffset), ...number32(textOffset + text.length)];
  let end = 0;
  const stories = pageLines.flatMap((line) => {
    end += line.length;
    return number32(end);
  });
  const tables = new Map<number, number[]>([
    [1, makeStyles([{ isParagraph: true }, ...styles])],
    [11, [...Array<number>(7 * 4).fill(0), ...stories, ...number32(end)]],
    [12, [...bytesOfText, ...number32(pagesStart)]],
    [13, [...bytesOfText, ...number32(pagesStart + 1)]],
    ...(listReferences.length === 0
      ? []
      : [[73, listTable] as const, [74, makeListReferences(listReferences)] as const]),
    [33, [2, ...number32(16), ...all, 0, 0, ...number32(textOffset), 0, 0]],
  ]);
  const main = new DataView(new ArrayBuffer((pagesStart + 2) * pageBytes));
  const table: number[] = [];
  for (const [index, bytes] of tables) {
    main.setUint32(0x9a + index * 8, table.length, true);
    main.setUint32(0x9a + index * 8 + 4, bytes.length, true);
    table.push(...bytes, ...(index === 73 ? listLevel : []));
  }
  const header: [number, number][] = [
    [0, 0xa5ec],
    [2, 0xc1],
    [10, 0x200],
    [0x98, 93],
  ];
  for (const [offset, value] of header) main.setUint16(offset, value, true);
  main.setUint32(0x4c, body.length, true);
  main.setUint32(0x54, lines.length, true);
  const bytes = new Uint8Array(main.buffer);
  bytes.set(text, textOffset);
  bytes.set(makePage(characters, 1), pagesStart * pageBytes);
  bytes.set(makePage(ofParagraphs, 13), (pagesStart + 1) * pageBytes);
  return makeCompoundFile({
    WordDocument: bytes,
    '1Table': Uint8Array.from(table),
    Data: Uint8Array.from(data),
  });
}
