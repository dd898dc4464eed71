import { z } from 'zod';
import { type Block, blockSchema, blockSeparator, type Mark, markSchema } from '#shared/domain/base/draft.ts';
import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';

/**
 * A block of the original that an importer left out because it does not seem to be part of the article, such as a menu of a web
 * page. The reviewer can include it again.
 */
export const leftOutBlockSchema = z
  .strictObject({
    ...blockSchema.pick({ kind: true, level: true }).shape,
    /** The index of the block of the draft before which it stands; the number of blocks when it stands after the last one. */
    before: z.int().nonnegative(),
    text: z.string().min(1),
    /** With UTF-16 offsets into the block's own text. */
    marks: z.array(markSchema),
  })
  .refine(({ text, marks }) => marks.every(({ start, end }) => start < end && end <= text.length));

export type LeftOutBlock = z.infer<typeof leftOutBlockSchema>;

interface DraftBody {
  text: string;
  blocks: Block[];
  marks: Mark[];
}

/** The body of a draft with the blocks that were left out, and their ids. */
interface WholeBody extends DraftBody {
  leftOutIds: ReadonlySet<string>;
  /** Moves a span of the draft's text to where it is in the whole text. */
  moveSpan: <T extends { start: number; end: number }>(span: T) => T;
}

/** Inserts the blocks that were left out, in order, each where it stood in the original. */
export function insertLeftOut(body: DraftBody, leftOut: readonly LeftOutBlock[]): WholeBody {
  const blocks: Block[] = [];
  const texts: string[] = [];
  const insertedMarks: Mark[] = [];
  const leftOutIds = new Set<string>();
  /** How far each block of the draft moves, in UTF-16 code units. */
  const moves: number[] = [];
  let length = 0;
  let next = 0;
  const add = (block: Omit<Block, 'start' | 'end'>, text: string): number => {
    const start = blocks.length === 0 ? 0 : length + blockSeparator.length;
    length = start + text.length;
    blocks.push({ ...block, start, end: length });
    texts.push(text);
    return start;
  };
  const addLeftOut = (index: number) => {
    for (let left = leftOut[next]; left && left.before <= index; left = leftOut[next]) {
      next += 1;
      const id = `left${next}`;
      leftOutIds.add(id);
      const start = add({ id, kind: left.kind, level: left.level, page: null, startsAtMs: null }, left.text);
      for (const mark of left.marks)
        insertedMarks.push({ ...mark, start: start + mark.start, end: start + mark.end });
    }
  };
  for (const [index, block] of body.blocks.entries()) {
    addLeftOut(index);
    const start = add(block, body.text.slice(block.start, block.end));
    moves.push(start - block.start);
  }
  addLeftOut(Number.POSITIVE_INFINITY);
  const moveOffset = (offset: number) => {
    const after = findFirstIndex(body.blocks.length, (index) => at(body.blocks, index).start > offset);
    return offset + (moves[after - 1] ?? 0);
  };
  const moveSpan: WholeBody['moveSpan'] = (span) => ({
    ...span,
    start: moveOffset(span.start),
    // An end belongs to the block of the character before it.
    end: moveOffset(span.end - 1) + 1,
  });
  const marks = [...body.marks.map(moveSpan), ...insertedMarks].sort((a, b) => a.start - b.start);
  return { text: texts.join(blockSeparator), blocks, marks, leftOutIds, moveSpan };
}
