import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import { plainInlineStyle } from '../../text/styled-text';
import { BlockReader } from './block-reader';
import type { ElementHooks } from './element-hooks';

/**
 * Reads the blocks of a DOM as a browser would show it without style sheets, each with marks (UTF-16 offsets in the block). White
 * space is collapsed. Elements without text are left out: pictures, scripts, form fields, hidden elements. Links keep their
 * address when it is absolute and http, https, mailto or doi. The DOM is not changed. The parts:
 * - `block-reader.ts` walks the DOM, and adds text to the block that is open or begins another one.
 * - `element-kinds.ts`, `element-types.ts`, `declared-style.ts` and `tables.ts` say what an element does to its text.
 * - `list-numbers.ts` numbers the items of lists.
 * - `text/` collects the text of a block, and turns its styles into marks.
 */
export function readBlocks(root: Element | DocumentFragment, hooks: ElementHooks = {}): ImportedBlock[] {
  return readAll(root, hooks).blocks;
}

/** The same, each block with the elements that its text stands in directly. */
export function readBlocksWithElements(
  root: Element,
  hooks: ElementHooks,
): { block: ImportedBlock; elements: Element[] }[] {
  const { blocks, textElements } = readAll(root, hooks);
  return blocks.map((block, index) => ({ block, elements: textElements[index] ?? [] }));
}

function readAll(root: Element | DocumentFragment, hooks: ElementHooks): BlockReader {
  const reader = new BlockReader(hooks);
  reader.readChildren(root, { style: plainInlineStyle, isPreformatted: false, keepsRows: true });
  reader.startBlock();
  return reader;
}
