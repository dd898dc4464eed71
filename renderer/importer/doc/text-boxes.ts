import type { DocFile } from './file/doc-file';
import type { CharacterRange } from './reading/doc-text';
import { findGroups } from './shape-groups';

/** The text boxes of a document. */
export interface TextBoxes {
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
