import { at } from '#shared/text/sequences/at.ts';
import { findFirstIndex } from '#shared/text/sequences/find-first-index.ts';
import { insertLeftOut } from '../base/left-out-blocks.ts';
import type { DraftProposal } from '../base/proposal.ts';
import { applyBlockEdits } from './apply-block-edits.ts';
import { createEditedBlocks, type EditedBlock } from './edited-blocks.ts';

/**
 * The whole original, in which the reviewer chooses blocks: the proposal with the blocks that were left out of it. Edits of blocks
 * point into its text. Without edits, the proposal itself is accepted.
 */
export interface WholeProposal {
  proposal: DraftProposal;
  /** The blocks before any edit: those that were left out are left out. */
  blocks: EditedBlock[];
  /** The ids of those that were left out. */
  leftOutIds: ReadonlySet<string>;
}

export function createWholeProposal(read: DraftProposal): WholeProposal {
  const { leftOut = [], ...proposal } = read;
  if (leftOut.length === 0)
    return { proposal, blocks: createEditedBlocks(read.blocks), leftOutIds: new Set() };
  const { text, blocks, marks, leftOutIds, moveSpan } = insertLeftOut(read, leftOut);
  const claims = read.claims.map((claim) => ({ ...claim, span: moveSpan(claim.span) }));
  return {
    proposal: { ...proposal, text, blocks, marks, claims },
    blocks: createEditedBlocks(blocks).map((block) => ({ ...block, isLeftOut: leftOutIds.has(block.id) })),
    leftOutIds,
  };
}

/**
 * Applies the reviewer's edits of the blocks. Blocks that the importer left out do not count as lost; those that were included
 * again are counted. Null when every block is left out.
 */
export function applyWholeEdits(
  { proposal, leftOutIds }: WholeProposal,
  blocks: readonly EditedBlock[],
): ReturnType<typeof applyBlockEdits> {
  const isStillLeftOut = ({ id, isLeftOut }: EditedBlock) => isLeftOut && leftOutIds.has(id);
  const gone = blocks.filter(isStillLeftOut).flatMap(({ spans }) => spans);
  const marks = proposal.marks.filter((mark) => {
    // The spans are in order and do not overlap: only the first one that ends after the mark's start can contain the mark.
    const first = gone[findFirstIndex(gone.length, (index) => at(gone, index).end > mark.start)];
    return !first || mark.start < first.start || first.end < mark.end;
  });
  const others = blocks.filter((block) => !isStillLeftOut(block));
  const edited = applyBlockEdits({ ...proposal, marks }, others);
  if (!edited) return null;
  const included = others.filter(({ id, isLeftOut }) => !isLeftOut && leftOutIds.has(id)).length;
  return { ...edited, leftOut: { ...edited.leftOut, included } };
}
