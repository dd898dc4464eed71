import { formatListNumber } from '../../word/document/lists/list-number-format';
import { type DocFile, readDocString } from '../file/doc-file';

interface Level {
  start: number;
  /** The format of its number ([MS-OSHARED] 2.2.1.3); 23 is a bullet, 255 nothing. */
  format: number;
  /** The label before an item; characters below 9 stand for the number of that level. */
  pattern: string;
}

const formatNames = new Map<number, string>([
  ...([
    [1, 'upperRoman'],
    [2, 'lowerRoman'],
    [3, 'upperLetter'],
    [4, 'lowerLetter'],
  ] as const),
  ...([
    [5, 'ordinal'],
    [22, 'decimalZero'],
  ] as const),
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

/** Numbers the items of lists, to which paragraphs refer by number, counted from 1 ([MS-DOC] 2.9.181, PlfLfo). */
export class DocLists {
  private readonly lists: Map<number, Level[]>;
  private readonly ids: number[];
  private readonly counts = new Map<number, number[]>();

  constructor(file: DocFile) {
    this.lists = readLists(file);
    const view = file.read('listOverrides');
    const count =
      view.byteLength < 4 ? 0 : Math.min(view.getUint32(0, true), view.byteLength / overrideBytes);
    this.ids = Array.from({ length: Math.floor(count) }, (_, index) =>
      view.getInt32(4 + index * overrideBytes, true),
    );
  }

  /** The label of the next item, as `7. `; '' for a bullet, null when there is no such list or its items have no label. */
  next(list: number, depth: number): string | null {
    const id = this.ids[list - 1];
    const levels = id === undefined ? undefined : this.lists.get(id);
    const level = levels?.[depth];
    if (id === undefined || !levels || !level || level.format === nothing) return null;
    const counts = this.counts.get(id) ?? [];
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
