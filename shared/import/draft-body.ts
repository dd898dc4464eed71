import { type Block, blockSeparator, type Mark } from '../domain/draft';

/** One block as an importer reads it, before it has a place: the offsets of its marks count from its own start. */
export interface BlockPart {
  kind: Block['kind'];
  /** Of a heading: 1 to 6. */
  level: number | null;
  text: string;
  marks: Mark[];
}

interface DraftBody {
  text: string;
  blocks: Block[];
  marks: Mark[];
}

/**
 * Puts the parts one after another, joined by the block separator, and moves their marks to UTF-16 offsets of the whole.
 * Parts without text are left out. Blocks are named b1, b2, ... so that the same file always gives the same draft.
 */
export function joinParts(parts: readonly BlockPart[]): DraftBody {
  const texts: string[] = [];
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  let start = 0;
  for (const part of parts) {
    if (part.text === '') continue;
    const end = start + part.text.length;
    texts.push(part.text);
    blocks.push({ id: `b${blocks.length + 1}`, kind: part.kind, level: part.level, page: null, start, end });
    for (const mark of part.marks) marks.push({ ...mark, start: start + mark.start, end: start + mark.end });
    start = end + blockSeparator.length;
  }
  return { text: texts.join(blockSeparator), blocks, marks };
}
