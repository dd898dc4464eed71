import { buildTextRuns, getNoteName } from '../lines/text-runs';
import { startsWithSuperscript } from './group-lines';
import type { LayoutBlock } from './layout-block';
import type { DocumentMetrics } from './metrics/document-metrics';

/** The largest font of notes, relative to that of the text. */
const maxNoteSize = 0.94;
const noteLabel = /^(\d{1,3}|[*†‡§¶‖]{1,3})/u;

/**
 * Marks the notes: the last blocks of a column that are in small print, from the first that begins with a label to which the
 * page refers. Small print after that continues the note before it.
 */
export function markNotes(blocks: readonly LayoutBlock[], metrics: DocumentMetrics): void {
  const references = findNoteReferences(blocks);
  for (const column of groupByColumn(blocks)) {
    const start = column.findLastIndex(({ size }) => size > maxNoteSize * metrics.bodySize) + 1;
    const smallPrint = column.slice(start).filter(({ kind }) => kind !== 'caption' && kind !== 'tableRow');
    const first = smallPrint.findIndex((block) => matchNote(block, references) !== null);
    for (const block of first === -1 ? [] : smallPrint.slice(first)) {
      block.kind = 'note';
      block.level = null;
      block.note = matchNote(block, references);
    }
  }
}

/** The label and name of the note that a block begins, if the page refers to it. */
function matchNote({ text, lines }: LayoutBlock, references: ReadonlySet<string>): LayoutBlock['note'] {
  const label = noteLabel.exec(text)?.[1];
  const [line] = lines;
  if (label === undefined || !line || text.length <= label.length + 1) return null;
  const name = getNoteName(line, label);
  return references.has(name) ? { label, name } : null;
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

/** The names of the notes that superscripts refer to. A superscript at the start of a line is the label of a note. */
function findNoteReferences(blocks: readonly LayoutBlock[]): Set<string> {
  const references = new Set<string>();
  for (const { lines } of blocks)
    for (const line of lines)
      for (const { noteName } of buildTextRuns(line, false).slice(startsWithSuperscript(line) ? 1 : 0))
        if (noteName !== null) references.add(noteName);
  return references;
}
