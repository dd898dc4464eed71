import fc from 'fast-check';
import type { Block } from '#shared/domain/base/draft.ts';
import {
  createEditedBlocks,
  type EditedBlock,
  joinWithNext,
  setLeftOut,
} from '#shared/import/edits/edited-blocks.ts';
import { splitBlock } from '#shared/import/edits/split-block.ts';

/** An edit as fractions of what there is when it is made. */
export interface RandomEdit {
  kind: 'leaveOut' | 'restore' | 'split' | 'join';
  block: number;
  offset: number;
}

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true });

/** Edits of the blocks of any text. */
export const randomEdits: fc.Arbitrary<RandomEdit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('leaveOut', 'restore', 'split', 'split', 'join'),
    block: fraction,
    offset: fraction,
  }),
  { maxLength: 12 },
);

/**
 * Applies edits one after another, as the preview does. Those that are not possible are skipped, as are those that would leave
 * every block out unless `mayLeaveAllOut`.
 */
export function editBlocks(
  text: string,
  blocks: readonly Block[],
  edits: readonly RandomEdit[],
  mayLeaveAllOut = false,
): EditedBlock[] {
  return edits.reduce((edited, { kind, block, offset }, index) => {
    const at = Math.floor(block * edited.length);
    const length = (edited[at]?.spans ?? []).reduce((sum, { start, end }) => sum + end - start, 0);
    const next = {
      split: () => splitBlock(text, edited, at, Math.floor(offset * length), () => `s${index}`),
      join: () => joinWithNext(text, blocks, edited, at),
      leaveOut: () => setLeftOut(edited, at, true),
      restore: () => setLeftOut(edited, at, false),
    }[kind]();
    return next && (mayLeaveAllOut || next.some(({ isLeftOut }) => !isLeftOut)) ? next : edited;
  }, createEditedBlocks(blocks));
}
