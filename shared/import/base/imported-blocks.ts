import { type Block, blockSeparator, type Mark } from '#shared/domain/base/draft.ts';

/** A block as an importer reads it, before its position in the draft is known. Its marks have offsets into its own text. */
export interface ImportedBlock {
  kind: Block['kind'];
  /** 1 to 6 for a heading; null for other kinds. */
  level: number | null;
  text: string;
  /** The target of a note reference is the `name` of the note's block. */
  marks: Mark[];
  /** The page of a paged original, counted from 1. */
  page?: number;
  /** When it begins in a recording, in milliseconds from its start. */
  startsAtMs?: number;
  /** The name by which references find a note. */
  name?: string;
}

export interface DraftBody {
  text: string;
  blocks: Block[];
  marks: Mark[];
}

/**
 * Joins the blocks with the block separator and moves their marks to UTF-16 offsets of the whole text. Leaves out blocks
 * without text and references to missing notes. Blocks are named b1, b2, …, so that the same file always gives the same
 * draft.
 */
export function joinBlocks(importedBlocks: readonly ImportedBlock[]): DraftBody {
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  const filled = importedBlocks.filter(({ text }) => text !== '');
  const noteIds = new Map(
    filled.flatMap(({ name }, index) => (name === undefined ? [] : [[name, getBlockId(index)]])),
  );
  let start = 0;
  for (const [index, block] of filled.entries()) {
    const { kind, level, text, page = null, startsAtMs = null } = block;
    const end = start + text.length;
    blocks.push({ id: getBlockId(index), kind, level, page, startsAtMs, start, end });
    for (const mark of block.marks) {
      const target = mark.target === null ? null : (noteIds.get(mark.target) ?? null);
      if (mark.kind === 'noteRef' && target === null) continue;
      marks.push({ ...mark, target, start: start + mark.start, end: start + mark.end });
    }
    start = end + blockSeparator.length;
  }
  return { text: filled.map(({ text }) => text).join(blockSeparator), blocks, marks };
}

function getBlockId(index: number): string {
  return `b${index + 1}`;
}

/** The text of a block without its references to notes. */
export function removeNoteReferences({ text, marks }: Pick<ImportedBlock, 'text' | 'marks'>): string {
  let without = text;
  for (const { kind, start, end } of marks.toReversed())
    if (kind === 'noteRef') without = without.slice(0, start) + without.slice(end);
  return without;
}
