import type { Line } from '../lines/build-lines';
import { classifyBlocks } from './classify-blocks';
import { groupLines } from './group-lines';
import { rankHeadings } from './headings';
import { type PdfBlock, toImportedBlocks } from './imported-blocks';
import { joinContinuedBlocks } from './join-continued-blocks';
import { markNotes } from './mark-notes';
import { measureDocument } from './metrics/document-metrics';
import { buildVocabulary } from './vocabulary';

/**
 * Builds the blocks of a document from its lines, in the order of reading. The stages:
 * 1. `document-metrics.ts` measures what lines have in common: the size of the text, the leading (`leading.ts`), table rows
 *    (`table-rows.ts`).
 * 2. `group-lines.ts` groups lines that belong to one block.
 * 3. `classify-blocks.ts` decides the kind of each block (`headings.ts`, and `markers.ts` for bullets, numbers and captions).
 * 4. `mark-notes.ts` finds the notes at the foot of columns.
 * 5. `headings.ts` ranks the headings.
 * 6. `join-continued-blocks.ts` joins paragraphs that continue in another column.
 * 7. `imported-blocks.ts` joins the lines of each block (`line-join.ts`, with the words of `vocabulary.ts`) and marks their text
 *    (`marked-text.ts`).
 */
export function buildBlocks(lines: readonly Line[]): PdfBlock[] {
  const metrics = measureDocument(lines);
  const blocks = classifyBlocks(groupLines(lines, metrics), metrics);
  markNotes(blocks, metrics);
  rankHeadings(blocks);
  return toImportedBlocks(joinContinuedBlocks(blocks), buildVocabulary(lines, metrics.lineTexts));
}
