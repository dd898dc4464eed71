import { useMemo } from 'react';
import { describeLeftOut } from '../../../shared/import/block-edits/describe-left-out';
import type { EditedBlock } from '../../../shared/import/block-edits/edited-blocks';
import { applyWholeEdits, type WholeProposal } from '../../../shared/import/left-out/whole-proposal';
import styles from './block-editor.module.css';

interface LeftOutNoteProps {
  whole: WholeProposal;
  blocks: readonly EditedBlock[];
}

/** Says what is lost with the blocks that the reviewer leaves out. It is a live region, so that changes are announced. */
export function LeftOutNote({ whole, blocks }: LeftOutNoteProps) {
  const text = useMemo(() => {
    // Checked first, because applying the edits takes a while in a long article.
    if (!blocks.some(({ isLeftOut }) => isLeftOut) && whole.leftOutIds.size === 0) return '';
    const edited = applyWholeEdits(whole, blocks);
    return edited
      ? describeLeftOut(edited.leftOut)
          .map((item) => `${item}.`)
          .join(' ')
      : 'Every block is left out. Include at least one to go on.';
  }, [whole, blocks]);
  return (
    <p role="status" aria-label="What is lost with blocks left out" className={styles.leftOut}>
      {text}
    </p>
  );
}
