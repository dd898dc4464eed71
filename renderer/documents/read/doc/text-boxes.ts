import type { DocFile } from './doc-file.ts';
import type { CharacterRange } from './doc-text.ts';

/** Types of the records of drawings that are read ([MS-ODRAW] 2.2). */
const types = { drawing: 0xf002, group: 0xf003, shape: 0xf004, shapeNumber: 0xf00a, allDrawings: 0xf000 };

const headerBytes = 8;

/** Groups in real documents are not nested deeper than this. */
const maxDepth = 50;

interface DrawingRecord {
  type: number;
  start: number;
  end: number;
}

/** The records between two offsets. Reading stops at a record that extends past the end. */
function* listRecords(view: DataView, start: number, end: number): Generator<DrawingRecord> {
  for (let offset = start; offset + headerBytes <= end; ) {
    const from = offset + headerBytes;
    const to = from + view.getUint32(offset + 4, true);
    if (to > end) return;
    yield { type: view.getUint16(offset + 2, true), start: from, end: to };
    offset = to;
  }
}

function findShapeNumber(view: DataView, { start, end }: DrawingRecord): number | null {
  for (const record of listRecords(view, start, end))
    if (record.type === types.shapeNumber && record.start + 4 <= record.end)
      return view.getUint32(record.start, true);
  return null;
}

/** Adds the shapes of a group, and of the groups in it. The first shape of a group is the group itself. */
function addGroup(
  view: DataView,
  group: DrawingRecord,
  outermost: number | null,
  groups: Map<number, number>,
  depth: number,
): void {
  let own = outermost;
  for (const record of listRecords(view, group.start, group.end)) {
    if (record.type === types.group && depth < maxDepth) addGroup(view, record, own, groups, depth + 1);
    if (record.type !== types.shape) continue;
    const shape = findShapeNumber(view, record);
    own ??= shape;
    if (shape !== null && own !== null) groups.set(shape, own);
  }
}

/**
 * The number of the outermost group in which each shape is, as only groups have a place in the text ([MS-ODRAW] 2.2.13 to 2.2.16;
 * [MS-DOC] 2.9.172). Shapes that are in no group are not named.
 */
function findGroups(view: DataView): Map<number, number> {
  const groups = new Map<number, number>();
  let offset = 0;
  for (const record of listRecords(view, 0, view.byteLength))
    if (record.type === types.allDrawings) offset = record.end;
  // A byte before each drawing says whether it belongs to the page headers.
  while (offset + 1 < view.byteLength) {
    const [drawing] = listRecords(view, offset + 1, view.byteLength);
    if (drawing?.type !== types.drawing) break;
    for (const all of listRecords(view, drawing.start, drawing.end))
      if (all.type === types.group)
        for (const record of listRecords(view, all.start, all.end))
          if (record.type === types.group) addGroup(view, record, null, groups, 0);
    offset = drawing.end;
  }
  return groups;
}

/** The text boxes of a document. */
interface TextBoxes {
  /** By the positions of the drawings in which they are, in the order of the file. */
  anchored: Map<number, CharacterRange[]>;
  /** Those whose place the file does not give. */
  others: CharacterRange[];
}

const shapeBytes = 26;
const textBytes = 22;
/** Where the entry of a text names the shape that shows it ([MS-DOC] 2.9.98, FTXBXS). */
const shapeOffset = 14;

/** The positions of drawings in the text by the numbers of their shapes ([MS-DOC] 2.8.30, PlcfSpa). */
function readPositions(file: DocFile): Map<number, number> {
  const { positions, view, values } = file.readPlex('shapes', shapeBytes);
  return new Map(values.map((value, index) => [view.getUint32(value, true), positions[index] ?? 0]));
}

/**
 * Finds the texts of text boxes and the drawings that they are in ([MS-DOC] 2.8.35, PlcftxbxTxt). `origin` is the position at which
 * the first one begins. The last entry of the table is no text box.
 */
export function readTextBoxes(file: DocFile, origin: number): TextBoxes {
  const { positions, view, values } = file.readPlex('textBoxTexts', textBytes);
  const boxes: TextBoxes = { anchored: new Map(), others: [] };
  if (values.length === 0) return boxes;
  const places = readPositions(file);
  const groups = findGroups(file.read('drawings'));
  for (const [index, value] of values.slice(0, -1).entries()) {
    const box = { start: origin + (positions[index] ?? 0), end: origin + (positions[index + 1] ?? 0) };
    const shape = view.getUint32(value + shapeOffset, true);
    const position = places.get(shape) ?? places.get(groups.get(shape) ?? -1);
    const own = position === undefined ? boxes.others : boxes.anchored.get(position);
    if (own) own.push(box);
    else if (position !== undefined) boxes.anchored.set(position, [box]);
  }
  return boxes;
}
