import { useMemo } from 'react';
import type { EditedBlock } from '../../../shared/import/edited-blocks';
import { editedProposal, type LeftOut } from '../../../shared/import/edited-proposal';
import type { DraftProposal } from '../../../shared/import/proposal';
import { counted } from '../../../shared/text/format/count-of';
import styles from './proposed-blocks.module.css';

/** "a", "a and b", "a, b and c". */
function inARow(parts: readonly string[]): string {
  const [last, ...others] = parts.toReversed();
  return others.length === 0 ? (last ?? '') : `${others.toReversed().join(', ')} and ${last}`;
}

/** What goes with the blocks that are left out, in words; '' when none is. */
export function leftOutWords({ blocks, claims, shortened, notes, links }: LeftOut): string {
  if (blocks === 0) return '';
  const along = [
    claims > 0 && counted(claims, 'claim'),
    notes > 0 && counted(notes, 'note'),
    links > 0 && counted(links, 'link'),
  ].filter((part) => part !== false);
  const out = `${counted(blocks, 'block')} left out${along.length > 0 ? `, with ${inARow(along)} on ${blocks === 1 ? 'it' : 'them'}` : ''}.`;
  return shortened === 0
    ? out
    : `${out} ${counted(shortened, 'claim loses', 'claims lose')} some of ${shortened === 1 ? 'its' : 'their'} words.`;
}

interface LeftOutNoteProps {
  proposal: DraftProposal;
  blocks: readonly EditedBlock[];
}

/** Says what goes with the blocks that are left out, and says it again when that changes. */
export function LeftOutNote({ proposal, blocks }: LeftOutNoteProps) {
  const words = useMemo(() => {
    // Only then: in a long article it takes a while.
    if (!blocks.some(({ isLeftOut }) => isLeftOut)) return '';
    const edited = editedProposal(proposal, blocks);
    return edited ? leftOutWords(edited.leftOut) : 'Every block is left out. Take one in again to go on.';
  }, [proposal, blocks]);
  return (
    <p role="status" className={styles.leftOut}>
      {words}
    </p>
  );
}
