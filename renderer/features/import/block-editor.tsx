import { nanoid } from 'nanoid';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { describeNewPlace } from '../../../shared/domain/draft/place';
import { type EditedBlock, getBlockText, joinWithNext, setLeftOut } from '../../../shared/import/block-edits/edited-blocks';
import { splitBlock } from '../../../shared/import/block-edits/split-block';
import type { WholeProposal } from '../../../shared/import/left-out/whole-proposal';
import { detectDirection } from '../../../shared/text/characters/direction';
import { VirtualList } from '../../ui/lists/virtual-list';
import { getPressedKey } from '../../ui/pressed-key';
import { textFieldSelector } from '../../ui/selectors';
import { setBlockKind } from './block-kinds';
import { BlockRow, getSplitButtonId } from './block-row';
import { getRowKey, listRows } from './block-rows';
import styles from './block-editor.module.css';
import { LeftOutNote } from './left-out-note';
import { LeftOutRun } from './left-out-run';
import { SplitField } from './split-field';

interface BlockEditorProps {
  whole: WholeProposal;
  blocks: readonly EditedBlock[];
  onChange: (blocks: readonly EditedBlock[]) => void;
  /** Whether the blocks are being imported. Edits would be lost then, so none are possible. */
  isBusy: boolean;
}

/**
 * The imported text, block by block: their kinds can be changed, and blocks can be left out, split and joined. A block is a
 * `block-row.tsx`, or a `split-field.tsx` while it is being split; many that the importer left out are one `left-out-run.tsx`.
 * `left-out-note.tsx` says what is lost.
 */
export function BlockEditor({ whole, blocks, onChange, isBusy }: BlockEditorProps) {
  const { proposal, leftOutIds } = whole;
  const { text, blocks: originalBlocks, language } = proposal;
  const [splittingId, setSplittingId] = useState<string | null>(null);
  const [expandedIds, setExpandedIds] = useState<ReadonlySet<string>>(new Set());
  const [shownIds, setShownIds] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => listRows(blocks, leftOutIds, shownIds), [blocks, leftOutIds, shownIds]);
  const [undoStack, setUndoStack] = useState<readonly (readonly EditedBlock[])[]>([]);
  const change = (changed: EditedBlock[] | null) => {
    if (!changed) return;
    setUndoStack([...undoStack, blocks]);
    onChange(changed);
  };
  /** Ctrl+Z undoes the last edit of the blocks. In a text field it undoes typing. */
  const onKeyDown = (event: KeyboardEvent) => {
    const isUndo =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && getPressedKey(event.nativeEvent) === 'z';
    const before = undoStack.at(-1);
    const isInField = event.target instanceof Element && event.target.closest(textFieldSelector) !== null;
    if (!isUndo || !before || isInField) return;
    event.preventDefault();
    setUndoStack(undoStack.slice(0, -1));
    setSplittingId(null);
    onChange(before);
  };
  /** Makes a change that removes the focused button. The Split button of the block gets the focus then. */
  const changeAndFocus = (id: string, changed: EditedBlock[] | null) => {
    setSplittingId(null);
    change(changed);
    requestAnimationFrame(() => {
      const focused = document.activeElement;
      if (focused === document.body || focused?.getAttribute('role') === 'dialog')
        document.getElementById(getSplitButtonId(id))?.focus();
    });
  };
  const expand = (id: string, isExpanded: boolean) =>
    setExpandedIds((before) => {
      const others = [...before].filter((other) => other !== id);
      return new Set(isExpanded ? [...others, id] : others);
    });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key undoes what the buttons in it do
    <div className={styles.editor} inert={isBusy} onKeyDown={onKeyDown}>
      <VirtualList
        label="Imported text"
        items={rows}
        getKey={getRowKey}
        estimatedRowHeight={84}
        className={styles.scroller}
        isFocusable
      >
        {(row) => {
          if (row.kind === 'leftOut')
            return (
              <LeftOutRun
                texts={row.blocks.map((block) => getBlockText(text, block))}
                onShow={() => setShownIds(new Set([...shownIds, ...row.blocks.map(({ id }) => id)]))}
              />
            );
          const { block, index } = row;
          const blockText = getBlockText(text, block);
          const { id } = block;
          if (splittingId === id)
            return (
              <SplitField
                text={blockText}
                dir={detectDirection(blockText, language)}
                onSplit={(offset) => changeAndFocus(id, splitBlock(text, blocks, index, offset, nanoid))}
                onCancel={() => changeAndFocus(id, null)}
              />
            );
          const next = blocks[index + 1];
          return (
            <BlockRow
              block={block}
              text={blockText}
              language={language}
              number={index + 1}
              newPlace={describeNewPlace(block, blocks[index - 1], 'Page')}
              isExpanded={expandedIds.has(id)}
              onChangeKind={(kind) => change(blocks.with(index, setBlockKind(block, kind)))}
              onLeaveOut={(isLeftOut) => change(setLeftOut(blocks, index, isLeftOut))}
              onSplit={() => setSplittingId(id)}
              onJoin={
                next && !next.isLeftOut
                  ? () => changeAndFocus(id, joinWithNext(text, originalBlocks, blocks, index))
                  : null
              }
              onExpand={(isExpanded) => expand(id, isExpanded)}
            />
          );
        }}
      </VirtualList>
      <LeftOutNote whole={whole} blocks={blocks} />
    </div>
  );
}
