import { useMemo, useState } from 'react';
import { createEditedBlocks, type EditedBlock } from '../../../shared/import/block-edits/edited-blocks';
import type { PendingImport } from './pending-imports';

interface EditedBlocks {
  blocks: readonly EditedBlock[];
  setBlocks(blocks: readonly EditedBlock[]): void;
  /** Whether they were edited since the preview opened. */
  isEdited: boolean;
  /** The blocks to send to main; null when they are as read. */
  editedBlocks: readonly EditedBlock[] | null;
}

/** The blocks of a pending import while the reviewer edits them in a preview. */
export function useEditedBlocks(pendingImport: PendingImport): EditedBlocks {
  const originalBlocks = useMemo(
    () => pendingImport.blocks ?? createEditedBlocks(pendingImport.proposal.blocks),
    [pendingImport],
  );
  const [blocks, setBlocks] = useState<readonly EditedBlock[]>(originalBlocks);
  const isEdited = blocks !== originalBlocks;
  return { blocks, setBlocks, isEdited, editedBlocks: isEdited ? blocks : pendingImport.blocks };
}
