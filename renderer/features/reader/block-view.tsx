import { memo } from 'react';
import type { Block, Draft } from '../../../shared/domain/draft';
import { standingLooks } from '../../../shared/domain/verdict';
import { isHardWrapped } from '../../../shared/text/hard-wrapped';
import { hasOwnNumber } from '../../../shared/text/own-number';
import type { ShownClaim } from '../../state/outline';
import { goToClaim, useReviewView } from '../../state/review-view';
import styles from './block-view.module.css';
import { Runs } from './runs';

interface BlockProps {
  draft: Draft;
  block: Block;
  claims: readonly ShownClaim[];
  /** The page that begins here in a paged original. */
  newPage: number | null;
  /** Whether words in it are new in this draft, and no claim touches them. */
  isUnread: boolean;
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function elementOf(block: Block) {
  if (block.kind === 'heading') return headings[(block.level ?? 2) - 1] ?? 'h2';
  return block.kind === 'quote' ? 'blockquote' : 'p';
}

/** The numbers of the claims that begin in the block, each with the sign of its verdict. */
function Margin({ block, claims }: Pick<BlockProps, 'block' | 'claims'>) {
  const beginning = claims.filter(({ span }) => span.start >= block.start);
  if (beginning.length === 0) return null;
  return (
    <div className={styles.margin}>
      {beginning.map((claim) => (
        <button
          key={claim.claim.id}
          type="button"
          tabIndex={-1}
          data-claim={claim.claim.id}
          className={claim.standing}
          onClick={() => goToClaim(claim)}
        >
          {claim.number} <span aria-hidden="true">{standingLooks[claim.standing].glyph}</span>
          <span className="aside-voice">{standingLooks[claim.standing].label}</span>
        </button>
      ))}
    </div>
  );
}

/** One block of the article with its numbers in the margin. */
export const BlockView = memo(
  function BlockView({ draft, block, claims, newPage, isUnread }: BlockProps) {
    const current = useReviewView((view) =>
      claims.some(({ claim }) => claim.id === view.current) ? view.current : null,
    );
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
        <Margin block={block} claims={claims} />
        {isUnread && (
          <div className={styles.unread}>
            <span className="aside-voice">New in this draft, and in no claim</span>
          </div>
        )}
        {newPage !== null && <div className={styles.page}>p. {newPage}</div>}
        <Element data-start={block.start}>
          <Runs draft={draft} block={block} claims={claims} current={current} />
        </Element>
      </div>
    );
  },
  (before, now) =>
    before.draft === now.draft &&
    before.block === now.block &&
    before.newPage === now.newPage &&
    before.isUnread === now.isUnread &&
    before.claims.length === now.claims.length &&
    before.claims.every((claim, index) => claim === now.claims[index]),
);
