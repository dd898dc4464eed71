import type { Block } from '../../../shared/domain/draft';
import { shorten } from '../../../shared/text/shorten';
import { SmallSelect } from '../../ui/small-select';
import { VirtualList } from '../../ui/virtual-list';
import { kindChoices, kindOf, withKind } from './block-kinds';
import styles from './proposed-blocks.module.css';

/** UTF-16 units of a block that are shown: enough to know it. */
const shownUnits = 300;

const keyOf = ({ id }: Block) => id;

interface ProposedBlocksProps {
  text: string;
  blocks: readonly Block[];
  onChange: (blocks: Block[]) => void;
}

/** The article as it was read, block by block, each with its kind. */
export function ProposedBlocks({ text, blocks, onChange }: ProposedBlocksProps) {
  return (
    <VirtualList
      label="Text as it was read"
      items={blocks}
      keyOf={keyOf}
      estimatedHeight={64}
      className={styles.scroller}
      isFocusable
    >
      {(block, index) => (
        <div className={styles.row}>
          <SmallSelect
            label={`Kind of block ${index + 1}`}
            options={kindChoices}
            value={kindOf(block)}
            onChange={(kind) => onChange(blocks.with(index, withKind(block, kind)))}
          />
          <p className={`${styles.words} ${styles[block.kind] ?? ''}`} lang="">
            {block.page !== null && block.page !== blocks[index - 1]?.page && (
              <small>Page {block.page}</small>
            )}
            {shorten(text.slice(block.start, block.end), shownUnits)}
          </p>
        </div>
      )}
    </VirtualList>
  );
}
