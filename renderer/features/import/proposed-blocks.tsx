import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Block } from '../../../shared/domain/draft';
import { shorten } from '../../../shared/text/shorten';
import { SmallSelect } from '../../ui/small-select';
import { kindChoices, kindOf, withKind } from './block-kinds';
import styles from './proposed-blocks.module.css';

const guessedRow = 64;

/** UTF-16 units of a block that are shown: enough to know it. */
const shownUnits = 300;

interface ProposedBlocksProps {
  text: string;
  blocks: readonly Block[];
  onChange: (blocks: Block[]) => void;
}

/** The article as it was read, block by block, each with its kind. Only the rows in view are in the page. */
export function ProposedBlocks({ text, blocks, onChange }: ProposedBlocksProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => guessedRow,
    overscan: 4,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard
    <section ref={scroller} className={styles.scroller} aria-label="Text as it was read" tabIndex={0}>
      <ol className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const block = blocks[index];
          return (
            block && (
              <li
                key={block.id}
                ref={virtual.measureElement}
                data-index={index}
                className={styles.row}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={blocks.length}
                aria-posinset={index + 1}
              >
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
              </li>
            )
          );
        })}
      </ol>
    </section>
  );
}
