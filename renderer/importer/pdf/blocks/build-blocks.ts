import type { Line } from '../lines/build-lines';
import { lineText } from '../lines/text-runs';
import { classifyBlocks } from './classify-blocks';
import { groupLines } from './group-lines';
import { rankHeadings } from './headings';
import { type PdfBlock, toImportedBlocks } from './imported-blocks';
import { joinContinuedBlocks } from './join-continued-blocks';
import { measureDocument } from './metrics/document-metrics';
import { markNotes } from './notes/mark-notes';
import { splitTouchingCells } from './tables/split-cells';
import { joinWrappedCells } from './tables/wrapped-cells';
import { buildVocabulary } from './vocabulary';

/**
 * Builds the blocks of a document from its lines, in the order of reading. The stages:
 * 1. `tables/split-cells.ts` splits cells that nearly touch, `tables/wrapped-cells.ts` joins the lines of a wrapped cell with its row.
 * 2. `document-metrics.ts` measures what lines have in common: the size of the text, the leading (`leading.ts`), table rows
 *    (`tables/table-rows.ts`).
 * 3. `group-lines.ts` groups lines that belong to one block.
 * 4. `classify-blocks.ts` decides the kind of each block (`headings.ts`, and `markers.ts` for bullets, numbers and captions).
 * 5. `notes/mark-notes.ts` finds the notes at the foot of columns (`note-labels.ts`).
 * 6. `headings.ts` ranks the headings.
 * 7. `join-continued-blocks.ts` joins paragraphs that continue in another column.
 * 8. `imported-blocks.ts` joins the lines of each block (`line-join.ts`, with the words of `vocabulary.ts`) and marks their text
 *    (`marked-text.ts`).
 */
export function buildBlocks(readLines: readonly Line[]): PdfBlock[] {
  const vocabulary = buildVocabulary(readLines, new Map(readLines.map((line) => [line, lineText(line)])));
  const lines = joinWrappedCells(splitTouchingCells(readLines), vocabulary);
  const metrics = measureDocument(lines);
  const blocks = classifyBlocks(groupLines(lines, metrics), metrics);
  markNotes(blocks, metrics);
  rankHeadings(blocks);
  return toImportedBlocks(joinContinuedBlocks(blocks), vocabulary);
}
