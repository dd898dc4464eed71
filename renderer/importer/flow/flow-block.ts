import type { ImportedBlock } from '../../../shared/import/imported-blocks';

export type CommentEdge = 'start' | 'end';

/** A block with the places at which comments begin and end, in UTF-16 offsets into its text. */
export interface FlowBlock extends ImportedBlock {
  anchors: { comment: string; edge: CommentEdge; offset: number }[];
}

/** The kind of a block. */
export type BlockType = Pick<ImportedBlock, 'kind' | 'level'> & { isTitle?: boolean };

export const paragraphType: BlockType = { kind: 'paragraph', level: null };
