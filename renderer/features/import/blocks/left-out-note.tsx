import { useMemo } from 'react';
import { applyBlockEdits, type LeftOutCounts } from '../../../../shared/import/block-edits/apply-block-edits';
import type { EditedBlock } from '../../../../shared/import/block-edits/edited-blocks';
import type { DraftProposal } from '../../../../shared/import/proposal';
import { formatCount } from '../../../../shared/text/format/format-count';
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
      : 'Every block is left out. Include at least one to go on.';
  }, [proposal, blocks]);
  return (
    <p role="status" className={styles.leftOut}>
      {text}
    </p>
  );
}

function describeLeftOut({ blocks, claims, shortened, notes, links }: LeftOutCounts): string {
  if (blocks === 0) return '';
  const lost = [
    claims > 0 && formatCount(claims, 'claim'),
    notes > 0 && formatCount(notes, 'note'),
    links > 0 && formatCount(links, 'link'),
  ].filter((part) => part !== false);
  const withLost = lost.length > 0 ? `, with ${joinWithAnd(lost)} on ${blocks === 1 ? 'it' : 'them'}` : '';
  const leftOut = `${formatCount(blocks, 'block')} left out${withLost}.`;
  return shortened === 0
    ? leftOut
    : `${leftOut} ${formatCount(shortened, 'claim loses', 'claims lose')} some of ${shortened === 1 ? 'its' : 'their'} words.`;
}

/** Joins parts in a sentence: "a", "a and b", "a, b and c". */
function joinWithAnd(parts: readonly string[]): string {
  const [last, ...others] = parts.toReversed();
  return others.length === 0 ? (last ?? '') : `${others.toReversed().join(', ')} and ${last}`;
}
