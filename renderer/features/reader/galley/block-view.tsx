import { memo, useContext } from 'react';
import type { Block, Draft } from '../../../../shared/domain/draft';
import { directionOf } from '../../../../shared/text/characters/direction';
import { isHardWrapped } from '../../../../shared/text/hard-wrapped';
import { hasOwnNumber } from '../../../../shared/text/own-number';
import type { ShownClaim } from '../../../state/review/outline';
import { useReviewView } from '../../../state/review/review-view';
import { Margin } from '../margin/margin';
import styles from './block-view.module.css';
import { GalleyContext } from './galley-context';
import { Runs } from './runs';
import { cellsOf, type TableSetting } from './tables';

interface BlockProps {
  draft: Draft;
  block: Block;
  claims: readonly ShownClaim[];
  /** The page that begins here in a paged original. */
  newPage: number | null;
  /** Whether words in it are new in this draft, and no claim touches them. */
  isUnread: boolean;
  /** How the table is set, for a row of one. */
  table: TableSetting | undefined;
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function elementOf(block: Block) {
  if (block.kind === 'heading') return headings[(block.level ?? 2) - 1] ?? 'h2';
  return block.kind === 'quote' ? 'blockquote' : 'p';
}

/** One block of the article with its numbers in the margin. */
export const BlockView = memo(
  function BlockView({ draft, block, claims, newPage, isUnread, table }: BlockProps) {
    const current = useReviewView((view) =>
      claims.some(({ claim }) => claim.id === view.current) ? view.current : null,
    );
    const { language } = useContext(GalleyContext);
    const Element = elementOf(block);
    const text = draft.text.slice(block.start, block.end);
    const look = [
      styles.block,
      styles[block.kind],
      block.kind === 'listItem' && !hasOwnNumber(text) && styles.bulleted,
      isHardWrapped(text) && styles.flowing,
    ];
    return (
      <div className={look.filter(Boolean).join(' ')}>
        {claims.length > 0 && <Margin block={block} claims={claims} />}
        {isUnread && (
          <div className={styles.unread}>
            <span className="aside-voice">New in this draft, and in no claim</span>
          </div>
        )}
        {newPage !== null && <div className={styles.page}>p. {newPage}</div>}
        <Element
          data-start={block.start}
          dir={table?.direction ?? directionOf(text, language)}
          style={table && { gridTemplateColumns: table.columns }}
        >
          {table ? (
            cellsOf(draft.text, block).map((cell) => (
              <span key={cell.start} dir={directionOf(draft.text.slice(cell.start, cell.end), language)}>
                <Runs draft={draft} range={cell} claims={claims} current={current} />
              </span>
            ))
          ) : (
            <Runs draft={draft} range={block} claims={claims} current={current} />
          )}
        </Element>
      </div>
    );
  },
  (before, now) =>
    before.draft === now.draft &&
    before.block === now.block &&
    before.newPage === now.newPage &&
    before.isUnread === now.isUnread &&
    before.table === now.table &&
    before.claims.length === now.claims.length &&
    before.claims.every((claim, index) => claim === now.claims[index]),
);
