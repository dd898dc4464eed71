import { type FlowWriter, paragraphType } from '../flow/flow-writer.ts';
import { formatListNumber } from '../flow/list-numbering.ts';
import { codes, type DocFile, isOn, readDocString, readOrNull } from './doc-file.ts';
import type { DocStyles } from './doc-styles.ts';
import type { DocText } from './doc-text.ts';

interface Level {
  start: number;
  /** The format of its number ([MS-OSHARED] 2.2.1.3); 23 is a bullet, 255 nothing. */
  format: number;
  /** The label before an item; characters below 9 stand for the number of that level. */
  pattern: string;
}

const formatNames = new Map<number, string>([
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [5, 'ordinal'],
  [22, 'decimalZero'],
]);
const bullet = 23;
const nothing = 255;
const listBytes = 28;
const overrideBytes = 16;
const maxLevels = 9;

function readLevel(view: DataView, offset: number): { level: Level; end: number } {
  const text = offset + 28 + view.getUint8(offset + 24) + view.getUint8(offset + 25);
  const { text: pattern, end } = readDocString(view, text);
  return { level: { start: view.getUint32(offset, true), format: view.getUint8(offset + 4), pattern }, end };
}

/** Reads the levels of all lists by the ids of the lists ([MS-DOC] 2.9.182, PlfLst). */
function readLists(file: DocFile): Map<number, Level[]> {
  const view = file.read('lists');
  const levels = file.readAfter('lists');
  const lists = new Map<number, Level[]>();
  let end = 0;
  for (let index = 0; view.byteLength >= 2 && index < view.getUint16(0, true); index += 1) {
    const offset = 2 + index * listBytes;
    const isSimple = (view.getUint8(offset + 26) & 1) === 1;
    const own: Level[] = [];
    while (own.length < (isSimple ? 1 : maxLevels)) {
      const read = readLevel(levels, end);
      own.push(read.level);
      end = read.end;
    }
    lists.set(view.getInt32(offset, true), own);
  }
  return lists;
}

/** The numbers with which lists restart where a paragraph refers to them: by level, for each reference. */
type Restarts = ReadonlyMap<number, number>[];

/** Reads the first numbers that references set for levels ([MS-DOC] 2.9.135 and 2.9.132, LFOData and LFOLVL); they follow all of them. */
function readRestarts(view: DataView, count: number): Restarts {
  const restarts: Restarts = [];
  let offset = 4 + count * overrideBytes;
  for (let index = 0; index < count && offset + 4 <= view.byteLength; index += 1) {
    const own = new Map<number, number>();
    const levelCount = view.getUint8(4 + index * overrideBytes + 12);
    offset += 4;
    for (let level = 0; level < levelCount && offset + 8 <= view.byteLength; level += 1) {
      const flags = view.getUint32(offset + 4, true);
      if ((flags & 0x10) !== 0) own.set(flags & 0xf, view.getUint32(offset, true));
      offset += 8;
      if ((flags & 0x20) === 0) continue;
      const read = readOrNull(() => readLevel(view, offset));
      // A level without an end is no reason to refuse the document.
      if (read === null) return [...restarts, own];
      offset = read.end;
    }
    restarts.push(own);
  }
  return restarts;
}

/** Numbers the items of lists, to which paragraphs refer by number, counted from 1 ([MS-DOC] 2.9.181, PlfLfo). */
export class DocLists {
  private readonly lists: Map<number, Level[]>;
  private readonly ids: number[];
  private readonly restarts: Restarts;
  private readonly counts = new Map<number, number[]>();
  /** The levels of references that have restarted. */
  private readonly restarted = new Set<string>();

  constructor(file: DocFile) {
    this.lists = readLists(file);
    const view = file.read('listOverrides');
    const count =
      view.byteLength < 4 ? 0 : Math.min(view.getUint32(0, true), view.byteLength / overrideBytes);
    this.ids = Array.from({ length: Math.floor(count) }, (_, index) =>
      view.getInt32(4 + index * overrideBytes, true),
    );
    this.restarts = readRestarts(view, this.ids.length);
  }

  /** The label of the next item, as `7. `; '' for a bullet, null when there is no such list or its items have no label. */
  next(list: number, depth: number): string | null {
    const id = this.ids[list - 1];
    const levels = id === undefined ? undefined : this.lists.get(id);
    const level = levels?.[depth];
    if (id === undefined || !levels || !level || level.format === nothing) return null;
    const counts = this.counts.get(id) ?? [];
    const restart = this.restarts[list - 1]?.get(depth);
    if (restart !== undefined && !this.restarted.has(`${list} ${depth}`)) counts[depth] = restart - 1;
    this.restarted.add(`${list} ${depth}`);
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    this.counts.set(id, counts);
    if (level.format === bullet) return '';
    const label = Array.from(level.pattern, (character) => {
      const other = character.charCodeAt(0);
      if (other >= maxLevels) return character;
      const format = formatNames.get(levels[other]?.format ?? 0) ?? 'decimal';
      return formatListNumber(format, counts[other] ?? levels[other]?.start ?? 1);
    }).join('');
    return label.trim() === '' ? '' : `${label.trim()} `;
  }
}

/** List numbers above this name no list ([MS-DOC] 2.6.2, sprmPIlfo). */
const maxList = 0x7fe;

/** Begins and ends paragraphs, and the rows and cells of tables in which they are. */
export class DocParagraphs {
  /** The kind of the paragraph that is open. */
  type = paragraphType;
  /** Whether the next text is the first of its paragraph. */
  private isStart = true;
  private table: { end: number; isFrame: boolean } | null = null;

  constructor(
    private readonly writer: FlowWriter,
    private readonly text: DocText,
    private readonly styles: DocStyles,
    private readonly lists: DocLists,
  ) {}

  /** Begins the paragraph in which a character is, unless it has begun. */
  start(position: number): void {
    if (!this.isStart) return;
    this.isStart = false;
    const paragraph = this.text.findParagraph(position);
    const properties = paragraph?.properties;
    this.followTable(position, isOn(properties?.get(codes.isInTable)));
    const style = paragraph?.style ?? 0;
    this.type = this.styles.types[style] ?? paragraphType;
    const get = (code: number) => properties?.get(code) ?? this.styles.properties[style]?.get(code) ?? 0;
    const list = get(codes.list);
    const label = list > 0 && list <= maxList ? this.lists.next(list, get(codes.listLevel)) : null;
    if (label === null) return;
    if (this.type.kind === 'paragraph') this.type = { kind: 'listItem', level: null };
    this.writer.text(label);
  }

  private followTable(position: number, isInTable: boolean): void {
    if (!isInTable) this.table = null;
    else if (!this.table || position >= this.table.end) this.table = this.text.measureTable(position);
    if (isInTable && !this.table?.isFrame && !this.writer.isInRow) this.writer.beginRow();
    if (!isInTable && this.writer.isInRow) this.writer.endRow();
  }

  end(position: number): void {
    this.start(position);
    this.isStart = true;
    // A drop cap is a paragraph of its own before the words that it begins ([MS-DOC] 2.9.47).
    const isDropCap = ((this.text.findParagraph(position)?.properties.get(codes.dropCap) ?? 0) & 7) > 0;
    if (!isDropCap) this.writer.endBlock(this.type);
  }

  /** Ends a cell, or at the mark after the last one the row. */
  endCell(position: number): void {
    this.start(position);
    this.isStart = true;
    const isRowEnd = isOn(this.text.findParagraph(position)?.properties.get(codes.endsRow));
    if (this.table?.isFrame) {
      if (!isRowEnd) this.writer.endBlock(this.type);
    } else if (!isRowEnd) this.writer.endCell();
    else if (this.writer.isInRow) this.writer.endRow();
  }

  /** Reads a note or text box within the paragraph that is open. */
  readAside(read: () => void): void {
    const { isStart, type, table } = this;
    Object.assign(this, { isStart: true, type: paragraphType, table: null });
    read();
    Object.assign(this, { isStart, type, table });
  }
}
