import { findChild } from '../../xml';
import { isAnchor } from './anchors';
import { leaveOutControl } from './content-controls';
import type { Inlines, WordBlock } from './inlines';
import { markAnchor, markAnchorsIn } from './mark-anchors';
import { listNotesSince, type ReadingState } from './reading-state';

type ReadBlocks = (state: ReadingState, parent: Element) => WordBlock[];

/** Finds the rows of a table or the cells of a row, through any elements between them, and marks anchors on the way in order. */
function* findInside(state: ReadingState, parent: Element, name: 'tr' | 'tc'): Generator<Element> {
  for (const element of parent.children) {
    const { localName } = element;
    if (localName === name) yield element;
    else if (isAnchor(localName)) markAnchor(state, element, localName);
    else if (!/Pr$|Grid$/.test(localName)) yield* findInside(state, element, name);
  }
}

function isDeleted(part: Element): boolean {
  return (
    findChild(findChild(part, 'trPr'), 'del') !== null ||
    findChild(findChild(part, 'tcPr'), 'cellDel') !== null
  );
}

/** All paragraphs of the blocks in a cell or a note, those in tables within it included. */
export function listParagraphs(blocks: readonly WordBlock[]): Inlines[] {
  return blocks.flatMap(({ cells }) => cells.flat());
}

function readRow(state: ReadingState, row: Element, table: Element, readBlocks: ReadBlocks): WordBlock {
  const before = state.referencedNotes.length;
  const cells: Inlines[][] = [];
  for (const cell of findInside(state, row, 'tc')) {
    const control = cell.closest('sdt');
    if (isDeleted(cell)) markAnchorsIn(state, cell);
    else if (control && leaveOutControl(state, control)) cells.push([]);
    else cells.push(listParagraphs(readBlocks(state, cell)));
  }
  return { kind: 'tableRow', level: null, cells, table, label: '', notes: listNotesSince(state, before) };
}

/** Whether a table has a single column: it is a frame around text, which is read as if there were no table. */
function isFrameTable(table: Element): boolean {
  const rows = Array.from(table.querySelectorAll('tr')).filter((row) => row.closest('tbl') === table);
  return rows.every(
    (row) => Array.from(row.querySelectorAll('tc')).filter((cell) => cell.closest('tr') === row).length <= 1,
  );
}

/** Reads a table as rows; `readBlocks` reads what is in a cell. */
export function readTable(state: ReadingState, element: Element, readBlocks: ReadBlocks): WordBlock[] {
  const blocks: WordBlock[] = [];
  const isFrame = isFrameTable(element);
  for (const row of findInside(state, element, 'tr')) {
    if (isDeleted(row)) markAnchorsIn(state, row);
    else if (isFrame) blocks.push(...readBlocks(state, row));
    else blocks.push(readRow(state, row, element, readBlocks));
  }
  return blocks;
}
