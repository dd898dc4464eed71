import { z } from 'zod';
import { type Block, blockSchema } from '#shared/domain/base/draft.ts';
import { unspacedScriptClass } from '#shared/text/characters/unspaced-scripts.ts';
import { type Span, spanSchema } from '#shared/text/span.ts';

export const editedBlockSchema = z.strictObject({
  ...blockSchema.pick({ id: true, kind: true, level: true, page: true, startsAtMs: true }).shape,
  spans: z.array(spanSchema).min(1).readonly(),
  isLeftOut: z.boolean(),
});

/**
 * A block as the reviewer edits it before the import: spans of the text as it was read, in order, in UTF-16 offsets.
 * Editing never changes the text itself.
 *
 * - Here: creating edited blocks, leaving them out, joining them
 * - `splitBlock`: splitting them
 * - `mapText`: the text that they make up, and where the spans of the text as read are in it
 * - `applyBlockEdits`: the proposal with the edits applied
 */
export type EditedBlock = z.infer<typeof editedBlockSchema>;

/** The spans of all blocks, including those that are left out. */
export function listSpans(blocks: readonly EditedBlock[]): Span[] {
  return blocks.flatMap(({ spans }) => [...spans]);
}

/** Creates the edited blocks of a text before any edit. */
export function createEditedBlocks(blocks: readonly Block[]): EditedBlock[] {
  return blocks.map(({ id, kind, level, page, startsAtMs, start, end }) => {
    return { id, kind, level, page, startsAtMs, spans: [{ start, end }], isLeftOut: false };
  });
}

const endsUnspaced = new RegExp(`[${unspacedScriptClass}]$`, 'u');
const beginsUnspaced = new RegExp(`^[${unspacedScriptClass}]`, 'u');

/** The separator between two spans of one block: a space, or nothing between scripts that use none. */
export function getSeparator(text: string, before: Span, after: Span): '' | ' ' {
  const left = text.slice(Math.max(before.start, before.end - 2), before.end);
  const right = text.slice(after.start, Math.min(after.end, after.start + 2));
  return endsUnspaced.test(left) && beginsUnspaced.test(right) ? '' : ' ';
}

/** The text of an edited block; `text` is the whole text as it was read. */
export function getBlockText(text: string, { spans }: Pick<EditedBlock, 'spans'>): string {
  let blockText = '';
  let before: Span | null = null;
  for (const span of spans) {
    if (before) blockText += getSeparator(text, before, span);
    blockText += text.slice(span.start, span.end);
    before = span;
  }
  return blockText;
}

/** Leaves a block out or restores it. */
export function setLeftOut(
  blocks: readonly EditedBlock[],
  blockIndex: number,
  isLeftOut: boolean,
): EditedBlock[] {
  return blocks.map((block, index) => (index === blockIndex ? { ...block, isLeftOut } : block));
}

/** Whether two spans are in the same block of the text as it was read, with nothing but white space between them. */
function areConnected(text: string, readBlocks: readonly Block[], before: Span, after: Span): boolean {
  return (
    text.slice(before.end, after.start).trim() === '' &&
    !readBlocks.some(({ start }) => start > before.start && start <= after.start)
  );
}

/**
 * Joins a block with the next one into a block of the first one's kind. Joining the parts of a split block restores it
 * exactly. Null when there is no next block.
 */
export function joinWithNext(
  text: string,
  readBlocks: readonly Block[],
  blocks: readonly EditedBlock[],
  blockIndex: number,
): EditedBlock[] | null {
  const [first, second] = [blocks[blockIndex], blocks[blockIndex + 1]];
  const [left, right] = [first?.spans.at(-1), second?.spans[0]];
  if (!first || !second || !left || !right) return null;
  const middle = areConnected(text, readBlocks, left, right)
    ? [{ start: left.start, end: right.end }]
    : [left, right];
  const spans = [...first.spans.slice(0, -1), ...middle, ...second.spans.slice(1)];
  return blocks.toSpliced(blockIndex, 2, { ...first, spans });
}
