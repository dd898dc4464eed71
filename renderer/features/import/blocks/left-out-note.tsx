import { useMemo } from 'react';
import { applyBlockEdits } from '../../../../shared/import/block-edits/apply-block-edits';
import { describeLeftOut } from '../../../../shared/import/block-edits/describe-left-out';
import type { EditedBlock } from '../../../../shared/import/block-edits/edited-blocks';
import type { DraftProposal } from '../../../../shared/import/proposal';
import styles from './block-editor.module.css';

interface LeftOutNoteProps {
  proposal: DraftProposal;
  blocks: readonly EditedBlock[];
}

/** Says what is lost with the blocks that are left out. It is a live region, so that changes are announced. */
export function LeftOutNote({ proposal, blocks }: LeftOutNoteProps) {
  const text = useMemo(() => {
    // Checked first, because applying the edits takes a while in a long article.
    if (!blocks.some(({ isLeftOut }) => isLeftOut)) return '';
    const edited = applyBlockEdits(proposal, blocks);
    return edited
      ? describeLeftOut(edited.leftOut)
          .map((item) => `${item}.`)
          .join(' ')
      : 'Every block is left out. Include at least one to go on.';
  }, [proposal, blocks]);
  return (
    <p role="status" className={styles.leftOut}>
      {text}
    </p>
  );
}
