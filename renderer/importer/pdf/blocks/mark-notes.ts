import type { DocumentMetrics } from './document-metrics';
import type { LayoutBlock } from './layout-block';
import { matchNote, maxNoteSize } from './note-labels';

/**
 * Marks the notes: the last blocks of a column that are in small print, from the first that begins with a label to which the
 * page refers. Small print after that continues the note before it.
 */
export function markNotes(
  blocks: readonly LayoutBlock[],
  { bodySize, noteReferences }: DocumentMetrics,
): void {
  const matchBlock = ({ lines: [line], text }: LayoutBlock) =>
    line ? matchNote(line, text, noteReferences) : null;
  for (const column of groupByColumn(blocks)) {
    const start = column.findLastIndex(({ size }) => size > maxNoteSize * bodySize) + 1;
    const smallPrint = column.slice(start).filter(({ kind }) => kind !== 'caption' && kind !== 'tableRow');
    const first = smallPrint.findIndex((block) => matchBlock(block) !== null);
    for (const block of first === -1 ? [] : smallPrint.slice(first)) {
      block.kind = 'note';
      block.level = null;
      block.note = matchBlock(block);
    }
  }
}

function groupByColumn(blocks: readonly LayoutBlock[]): LayoutBlock[][] {
  const columns: LayoutBlock[][] = [];
  for (const block of blocks) {
    const column = columns.at(-1);
    if (column?.[0]?.lines[0]?.columnIndex === block.lines[0]?.columnIndex) column?.push(block);
    else columns.push([block]);
  }
  return columns;
}
