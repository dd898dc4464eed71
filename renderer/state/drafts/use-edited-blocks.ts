import { useMemo, useState } from 'react';
import type { EditedBlock } from '../../../shared/import/block-edits/edited-blocks';
import { createWholeProposal, type WholeProposal } from '../../../shared/import/left-out/whole-proposal';
import type { PendingImport } from './pending-imports';

interface EditedBlocks {
  /** The whole original, into which the blocks point. */
  whole: WholeProposal;
  blocks: readonly EditedBlock[];
  setBlocks(blocks: readonly EditedBlock[]): void;
  /** Whether they were edited since the preview opened. */
  isEdited: boolean;
  /** The blocks to send to main; null when they are as read. */
  editedBlocks: readonly EditedBlock[] | null;
}

/** The blocks of a pending import while the reviewer edits them in a preview. */
export function useEditedBlocks(pendingImport: PendingImport): EditedBlocks {
  const whole = useMemo(() => createWholeProposal(pendingImport.proposal), [pendingImport]);
  const originalBlocks = pendingImport.blocks ?? whole.blocks;
  const [blocks, setBlocks] = useState<readonly EditedBlock[]>(originalBlocks);
  const isEdited = blocks !== originalBlocks;
  return { whole, blocks, setBlocks, isEdited, editedBlocks: isEdited ? blocks : pendingImport.blocks };
}
