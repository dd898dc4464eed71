import { nanoid } from 'nanoid';
import { type KeyboardEvent, useState } from 'react';
import {
  type EditedBlock,
  joinWithNext,
  leaveOut,
  splitBlock,
  textOfBlock,
} from '../../../shared/import/edited-blocks';
import type { DraftProposal } from '../../../shared/import/proposal';
import { directionOf } from '../../../shared/text/characters/direction';
import { textField } from '../../ui/fields/text-field';
import { VirtualList } from '../../ui/lists/virtual-list';
import { pressed } from '../../ui/pressed';
import { withKind } from './block-kinds';
import { LeftOutNote } from './left-out-note';
import { ProposedBlock, splitButtonId } from './proposed-block';
import styles from './proposed-blocks.module.css';
import { SplitField } from './split-field';

const keyOf = ({ id }: EditedBlock) => id;

interface ProposedBlocksProps {
  proposal: DraftProposal;
  blocks: readonly EditedBlock[];
  onChange: (blocks: readonly EditedBlock[]) => void;
  /** Whether they are being taken as they are now: what is changed then would be lost. */
  isBusy: boolean;
}

/** The article as it was read, block by block, each with its kind: to be left out, split and joined. */
export function ProposedBlocks({ proposal, blocks, onChange, isBusy }: ProposedBlocksProps) {
  const { text, blocks: read, language } = proposal;
  /** The id of the block that is being split. */
  const [splitting, setSplitting] = useState<string | null>(null);
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [past, setPast] = useState<readonly (readonly EditedBlock[])[]>([]);
  const change = (changed: EditedBlock[] | null) => {
    if (!changed) return;
    setPast([...past, blocks]);
    onChange(changed);
  };
  /** Ctrl+Z takes back what was last done to the blocks; in a field it takes back typing. */
  const onKeyDown = (event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && pressed(event.nativeEvent) === 'z';
    const before = past.at(-1);
    if (!isUndo || !before || (event.target instanceof Element && event.target.closest(textField))) return;
    event.preventDefault();
    setPast(past.slice(0, -1));
    setSplitting(null);
    onChange(before);
  };
  /** Changes the blocks in a way that takes the focused button away: then the block's button for splitting gets the focus. */
  const changeAround = (id: string, changed: EditedBlock[] | null) => {
    setSplitting(null);
    change(changed);
    requestAnimationFrame(() => {
      if (
        document.activeElement === document.body ||
        document.activeElement?.getAttribute('role') === 'dialog'
      )
        document.getElementById(splitButtonId(id))?.focus();
    });
  };
  const showWhole = (id: string, isWhole: boolean) =>
    setWhole((before) => new Set(isWhole ? [...before, id] : [...before].filter((other) => other !== id)));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key for what its buttons do
    <div className={styles.frame} inert={isBusy} onKeyDown={onKeyDown}>
      <VirtualList
        label="Text as it was read"
        items={blocks}
        keyOf={keyOf}
        estimatedHeight={84}
        className={styles.scroller}
        isFocusable
      >
        {(block, index) => {
          const words = textOfBlock(text, block);
          const { id } = block;
          if (splitting === id)
            return (
              <SplitField
                words={words}
                dir={directionOf(words, language)}
                onSplit={(offset) => changeAround(id, splitBlock(text, blocks, index, offset, nanoid))}
                onCancel={() => changeAround(id, null)}
              />
            );
          const next = blocks[index + 1];
          return (
            <ProposedBlock
              block={block}
              words={words}
              language={language}
              number={index + 1}
              beginsPage={block.page !== null && block.page !== blocks[index - 1]?.page}
              isWhole={whole.has(id)}
              onKind={(kind) => change(blocks.with(index, withKind(block, kind)))}
              onLeaveOut={(isLeftOut) => change(leaveOut(blocks, index, isLeftOut))}
              onSplit={() => setSplitting(id)}
              onJoin={
                next && !next.isLeftOut
                  ? () => changeAround(id, joinWithNext(text, read, blocks, index))
                  : null
              }
              onWhole={(isWhole) => showWhole(id, isWhole)}
            />
          );
        }}
      </VirtualList>
      <LeftOutNote proposal={proposal} blocks={blocks} />
    </div>
  );
}
