import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import { removeNoteReferences } from '../../../../shared/import/note-references';
import { collapseWhitespace } from '../../../../shared/text/format/collapse-whitespace';
import type { BuiltBlocks } from './build-blocks';

/** The words of a block alone: without its number and without references to notes. */
function removeFromBlock(block: ImportedBlock, labelLength: number): ImportedBlock {
  return { ...block, text: removeNoteReferences(block).slice(labelLength), marks: [] };
}

/** The words of the blocks from which title and byline are chosen, and those with the style of a title or of authors. */
export function removeApparatus({ blocks, roles, labelLengths }: BuiltBlocks) {
  const words = blocks.map((block) => removeFromBlock(block, labelLengths.get(block) ?? 0));
  const listWords = (role: 'title' | 'author') =>
    words.flatMap(({ text }, index) => {
      const block = blocks[index];
      return block && roles.get(block) === role ? [collapseWhitespace(text)] : [];
    });
  return { blocks: words, title: listWords('title')[0] ?? null, author: listWords('author').join(', ') };
}
