import type { ImportedBlock } from '../imported-blocks';
import type { CommentPlace } from './comment-claims';

export type CommentEdge = 'start' | 'end';

/** Where a comment begins or ends, as a UTF-16 offset into the text of a block. */
export interface CommentAnchor {
  comment: string;
  edge: CommentEdge;
  offset: number;
}

/** A block with the places at which comments begin and end. */
export interface AnchoredBlock extends ImportedBlock {
  anchors: CommentAnchor[];
}

/** The places of comments in the draft that the blocks make. An anchor in an empty block is at the end of the block before. */
export function locateComments(
  blocks: readonly AnchoredBlock[],
  draftBlocks: readonly { start: number; end: number }[],
): Map<string, CommentPlace> {
  const places = new Map<string, CommentPlace>();
  let draftIndex = 0;
  let end = 0;
  for (const block of blocks) {
    const draftBlock = block.text === '' ? undefined : draftBlocks[draftIndex++];
    for (const { comment, edge, offset } of block.anchors)
      places.set(comment, { [edge]: draftBlock ? draftBlock.start + offset : end, ...places.get(comment) });
    end = draftBlock?.end ?? end;
  }
  return places;
}
