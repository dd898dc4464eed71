import { type ImportedBlock, removeNoteReferences } from '../../../../shared/import/imported-blocks';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import type { BuiltBlocks } from './build-blocks';

/** The words of a block alone: without its number and without references to notes. */
function removeFromBlock(block: ImportedBlock, labelLength: number): ImportedBlock {
  return { ...block, text: removeNoteReferences(block).slice(labelLength), marks: [] };
}

/**
 * The words of the blocks from which title and byline are chosen, and those with the style of a title, of authors or of a date. A date
 * counts only among the title and the authors at the start: letters have that style as well.
 */
export function removeApparatus({ blocks, roles, labelLengths }: BuiltBlocks) {
  const words = blocks.map((block) => removeFromBlock(block, labelLengths.get(block) ?? 0));
  const listWords = (role: 'title' | 'author' | 'date') =>
    words.flatMap(({ text }, index) => {
      const block = blocks[index];
      return block && roles.get(block) === role ? [collapseWhitespace(text)] : [];
    });
  const top = blocks.findIndex((block) => !roles.has(block));
  const dateIndex = blocks.findIndex((block) => roles.get(block) === 'date');
  const isAtStart = dateIndex > 0 && (top === -1 || dateIndex < top);
  return {
    blocks: words,
    title: listWords('title')[0] ?? null,
    author: listWords('author').join(', '),
    date: isAtStart ? (listWords('date')[0] ?? null) : null,
  };
}
