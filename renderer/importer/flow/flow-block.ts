import type { AnchoredBlock } from '../../../shared/import/comments/anchored-block';
import type { ImportedBlock } from '../../../shared/import/imported-blocks';

/** A block as written by the formats that share `flow-writer.ts`. */
export type FlowBlock = AnchoredBlock;

/** The kind of a block. */
export type BlockType = Pick<ImportedBlock, 'kind' | 'level'> & { isTitle?: boolean };

export const paragraphType: BlockType = { kind: 'paragraph', level: null };
