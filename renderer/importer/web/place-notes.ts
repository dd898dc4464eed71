import type { ImportedBlock } from '../../../shared/import/imported-blocks';

/** Puts each note right after the block that refers to it first. Notes that nothing refers to stay where they are. */
export function placeNotes(blocks: readonly ImportedBlock[]): ImportedBlock[] {
  const notes = groupNotes(blocks);
  const placed = new Set<ImportedBlock>();
  const takeNotes = (block: ImportedBlock): ImportedBlock[] =>
    block.marks.flatMap(({ kind, target }) => {
      const note = kind === 'noteRef' && target !== null ? (notes.get(target) ?? []) : [];
      notes.delete(target ?? '');
      for (const paragraph of note) placed.add(paragraph);
      return note;
    });
  const withNotes = blocks.map((block) => ({
    block,
    notes: block.kind === 'note' ? [] : takeNotes(block),
  }));
  return withNotes.flatMap(({ block, notes: own }) => (placed.has(block) ? [] : [block, ...own]));
}

/** The paragraphs of each note by its name: only the first of them has it. */
function groupNotes(blocks: readonly ImportedBlock[]): Map<string, ImportedBlock[]> {
  const notes = new Map<string, ImportedBlock[]>();
  let open: ImportedBlock[] | null = null;
  for (const block of blocks) {
    if (block.kind !== 'note') open = null;
    else if (block.name === undefined) open?.push(block);
    else {
      open = [block];
      notes.set(block.name, open);
    }
  }
  return notes;
}
