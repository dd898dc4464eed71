import { memo, useContext, useMemo, useRef } from 'react';
import type { Block } from '../../../shared/domain/draft/draft';
import { statusLooks } from '../../../shared/domain/verdict';
import type { OutlineClaim } from '../../state/review/outline';
import { useSession } from '../../state/review/use-session';
import { goToClaim } from '../../state/view/navigate';
import { SourceColorsContext, useSourceLook } from '../../state/view/source-colors';
import { useStableItems } from '../../ui/lists/use-stable-items';
import styles from './block-view.module.css';
import { ArticleViewContext } from './article-view-context';
import { createMarginRows } from './margin-rows';
import { useLineMiddles } from './use-line-middles';

/** Estimates the width of a claim's number with its glyph and the number of its source, in CSS pixels. All digits have the same width. */
function estimateWidth({ number }: OutlineClaim, isBySource: boolean): number {
  return String(number).length * 8 + (isBySource ? 34 : 16);
}

function ClaimNumber({ claim }: { claim: OutlineClaim }) {
  const look = statusLooks[claim.status];
  const { review } = useSession();
  const bySource = useSourceLook(review, claim.claim.id);
  return (
    <button
      type="button"
      tabIndex={-1}
      data-claim={claim.claim.id}
      className={`${claim.status} ${bySource?.className ?? ''}`}
      onClick={() => goToClaim(claim)}
    >
      {claim.number} <span aria-hidden="true">{look.glyph}</span>
      {bySource?.number && (
        <span className={`source-number ${styles.source}`} aria-hidden="true">
          {bySource.number}
        </span>
      )}
      <span className="screen-reader-only">{look.label}</span>
    </button>
  );
}

/** Opens a menu of the claims without room beside their line. */
function HiddenClaimsButton({ claims }: { claims: readonly OutlineClaim[] }) {
  const { openChooser } = useContext(ArticleViewContext);
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={({ clientX, clientY }) =>
        openChooser({ claimIds: claims.map(({ claim }) => claim.id), x: clientX, y: clientY })
      }
    >
      +{claims.length}
      <span className="screen-reader-only">
        {' '}
        more {claims.length === 1 ? 'claim' : 'claims'} on this line
      </span>
    </button>
  );
}

interface MarginProps {
  block: Block;
  claims: readonly OutlineClaim[];
}

/**
 * The numbers of the claims that start in the block, each with the glyph of its status, beside the line on which the claim starts.
 * `use-line-middles.ts` measures the lines, `margin-rows.ts` distributes the numbers to rows.
 */
export const Margin = memo(function Margin({ block, claims }: MarginProps) {
  const margin = useRef<HTMLDivElement>(null);
  const claimsStartingHere = claims.filter(({ span }) => span.start >= block.start);
  // A claim added before this block changes the numbers here, but the lines are only measured when the spans change.
  const spans = useStableItems(claims.map(({ span }) => span));
  const starts = useMemo(
    () => spans.flatMap(({ start }) => (start >= block.start ? [start] : [])),
    [spans, block],
  );
  const { middles, room } = useLineMiddles(margin, starts);
  const isBySource = useContext(SourceColorsContext) !== null;
  const items = claimsStartingHere.flatMap((claim) => {
    const middle = middles.get(claim.span.start);
    return middle === undefined ? [] : [{ claim, middle, width: estimateWidth(claim, isBySource) }];
  });
  return (
    <div ref={margin} className={styles.margin}>
      {createMarginRows(items, room).map(({ middle, visible, hidden }) => (
        <div key={middle} className={styles.row} style={{ top: middle }}>
          {visible.map(({ claim }) => (
            <ClaimNumber key={claim.claim.id} claim={claim} />
          ))}
          {hidden.length > 0 && <HiddenClaimsButton claims={hidden.map(({ claim }) => claim)} />}
        </div>
      ))}
    </div>
  );
});
