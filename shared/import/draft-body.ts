import { type Block, blockSeparator, type Mark } from '../domain/draft';

/** One block as an importer reads it, before it has a place: the offsets of its marks count from its own start. */
export interface BlockPart {
  kind: Block['kind'];
  /** Of a heading: 1 to 6. */
  level: number | null;
  text: string;
  /** A reference to a note has the note's name as its target. */
  marks: Mark[];
  /** Of a paged original: counted from 1. */
  page?: number;
  /** Of a note: what references call it. */
  name?: string;
}

interface DraftBody {
  text: string;
  blocks: Block[];
  marks: Mark[];
}

/**
 * Puts the parts one after another, joined by the block separator, and moves their marks to UTF-16 offsets of the whole.
 * Parts without text are left out, and references to notes that are not there. Blocks are named b1, b2, ... so that the same file always gives the same draft.
 */
export function joinParts(parts: readonly BlockPart[]): DraftBody {
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  const shown = parts.filter(({ text }) => text !== '');
  const notes = new Map(
    shown.flatMap(({ name }, index) => (name === undefined ? [] : [[name, idAt(index)]])),
  );
  let start = 0;
  for (const [index, part] of shown.entries()) {
    const { kind, level, text, page = null } = part;
    const end = start + text.length;
    blocks.push({ id: idAt(index), kind, level, page, start, end });
    for (const mark of part.marks) {
      const target = mark.target === null ? null : (notes.get(mark.target) ?? null);
      if (mark.kind === 'noteRef' && target === null) continue;
      marks.push({ ...mark, target, start: start + mark.start, end: start + mark.end });
    }
    start = end + blockSeparator.length;
  }
  return { text: shown.map(({ text }) => text).join(blockSeparator), blocks, marks };
}

function idAt(index: number): string {
  return `b${index + 1}`;
}
