import type { EditedBlock } from '#shared/import/edits/edited-blocks.ts';

/** A row of the editor: a block, or several that the importer left out and that are not shown one by one. */
type BlockRows =
  | { kind: 'block'; block: EditedBlock; index: number }
  | { kind: 'leftOut'; blocks: readonly EditedBlock[]; index: number };

/** This many blocks in a row that were left out are shown one by one, since they may stand within the article. */
const maxShownBlocks = 3;

/**
 * Lists the rows of the editor. Blocks in a row that the importer left out, such as the menus of a web page, are one row, until the
 * reviewer has them shown (`shownIds`) or includes one again.
 */
export function listRows(
  blocks: readonly EditedBlock[],
  leftOutIds: ReadonlySet<string>,
  shownIds: ReadonlySet<string>,
): BlockRows[] {
  const rows: BlockRows[] = [];
  let run: EditedBlock[] = [];
  const finishRun = (end: number) => {
    const index = end - run.length;
    if (run.length > maxShownBlocks) rows.push({ kind: 'leftOut', blocks: run, index });
    else
      for (const [offset, block] of run.entries()) rows.push({ kind: 'block', block, index: index + offset });
    run = [];
  };
  for (const [index, block] of blocks.entries()) {
    if (block.isLeftOut && leftOutIds.has(block.id) && !shownIds.has(block.id)) run.push(block);
    else {
      finishRun(index);
      rows.push({ kind: 'block', block, index });
    }
  }
  finishRun(blocks.length);
  return rows;
}

/** Identifies a row while blocks are edited. */
export function getRowKey(row: BlockRows): string {
  return row.kind === 'block' ? row.block.id : `run ${row.blocks[0]?.id}`;
}
