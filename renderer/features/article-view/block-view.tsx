import { memo, useContext } from 'react';
import type { Block, Draft, Mark } from '../../../shared/domain/draft/draft';
import { detectDirection } from '../../../shared/text/characters/direction';
import { isHardWrapped } from '../../../shared/text/hard-wrapped';
import { startsWithListNumber } from '../../../shared/text/list-number';
import type { OutlineClaim } from '../../state/review/outline';
import styles from './block-view.module.css';
import { ArticleViewContext } from './article-view-context';
import { Margin } from './margin';
import { splitCells, type TableLayout } from './table-layout';
import { TextSegments } from './text-segments';

interface BlockViewProps {
  draft: Draft;
  block: Block;
  claims: readonly OutlineClaim[];
  /** The author's marks on the block: the same array as long as the draft is on the screen. */
  marks: readonly Mark[];
  /** The current claim if it is one of the block's. */
  currentClaimId: string | null;
  /** The page that starts with this block, or when it starts in a recording; null for neither. */
  newPlace: string | null;
  /** Whether the block has text that is new in this draft and not looked at. */
  isUnreviewed: boolean;
  /** The layout of the table, for a table row. */
  tableLayout: TableLayout | undefined;
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function getElementName(block: Block) {
  if (block.kind === 'heading') return headings[(block.level ?? 2) - 1] ?? 'h2';
  return block.kind === 'quote' ? 'blockquote' : 'p';
}

/** One block of the article, with the numbers of its claims in the margin. */
export const BlockView = memo(
  function BlockView(props: BlockViewProps) {
    const { draft, block, claims, marks, currentClaimId, newPlace, isUnreviewed, tableLayout } = props;
    const { language, wrapColumn } = useContext(ArticleViewContext);
    const BlockElement = getElementName(block);
    const text = draft.text.slice(block.start, block.end);
    const classNames = [
      styles.block,
      styles[block.kind],
      block.kind === 'listItem' && !startsWithListNumber(text) && styles.bulleted,
      isHardWrapped(text, wrapColumn) && styles.flowing,
    ];
    return (
      <div className={classNames.filter(Boolean).join(' ')}>
        {claims.length > 0 && <Margin block={block} claims={claims} />}
        {isUnreviewed && (
          <div className={styles.unreviewed}>
            <span className="screen-reader-only">New in this draft, not looked at</span>
          </div>
        )}
        {newPlace !== null && <div className={styles.page}>{newPlace}</div>}
        <BlockElement
          data-start={block.start}
          dir={tableLayout?.direction ?? detectDirection(text, language)}
          style={tableLayout && { gridTemplateColumns: tableLayout.columns }}
        >
          {tableLayout ? (
            splitCells(draft.text, block).map((cell) => (
              <span key={cell.start} dir={detectDirection(draft.text.slice(cell.start, cell.end), language)}>
                <TextSegments {...{ draft, claims, marks, currentClaimId }} range={cell} />
              </span>
            ))
          ) : (
            <TextSegments {...{ draft, claims, marks, currentClaimId }} range={block} />
          )}
        </BlockElement>
      </div>
    );
  },
  (before, now) =>
    before.draft === now.draft &&
    before.block === now.block &&
    before.marks === now.marks &&
    before.currentClaimId === now.currentClaimId &&
    before.newPlace === now.newPlace &&
    before.isUnreviewed === now.isUnreviewed &&
    before.tableLayout === now.tableLayout &&
    before.claims.length === now.claims.length &&
    before.claims.every((claim, index) => claim === now.claims[index]),
);
