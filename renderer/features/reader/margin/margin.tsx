import { memo, useContext, useMemo, useRef } from 'react';
import type { Block } from '../../../../shared/domain/draft';
import { standingLooks } from '../../../../shared/domain/verdict';
import { counted } from '../../../../shared/text/format/count-of';
import type { ShownClaim } from '../../../state/review/outline';
import { goToClaim } from '../../../state/review/review-view';
import { useSameItems } from '../../../ui/lists/use-same-items';
import { GalleyContext } from '../galley/galley-context';
import styles from './margin.module.css';
import { marginRows } from './margin-rows';
import { useLineMiddles } from './use-line-middles';

/** About how wide a number with its sign is, in CSS pixels: figures are all of one width. */
function widthOf({ number }: ShownClaim): number {
  return String(number).length * 8 + 16;
}

function ClaimNumber({ claim }: { claim: ShownClaim }) {
  const look = standingLooks[claim.standing];
  return (
    <button
      type="button"
      tabIndex={-1}
      data-claim={claim.claim.id}
      className={claim.standing}
      onClick={() => goToClaim(claim)}
    >
      {claim.number} <span aria-hidden="true">{look.glyph}</span>
      <span className="aside-voice">{look.label}</span>
    </button>
  );
}

/** The claims that found no room beside their line: a menu of them. */
function MoreNumbers({ claims }: { claims: readonly ShownClaim[] }) {
  const { choose } = useContext(GalleyContext);
  return (
    <button
      type="button"
      tabIndex={-1}
      onClick={({ clientX, clientY }) =>
        choose({ ids: claims.map(({ claim }) => claim.id), x: clientX, y: clientY })
      }
    >
      +{claims.length}
      <span className="aside-voice">
        {' '}
        more {counted(claims.length, 'claim').replace(/^\S+ /, '')} on this line
      </span>
    </button>
  );
}

interface MarginProps {
  block: Block;
  claims: readonly ShownClaim[];
}

/** The numbers of the claims that begin in the block, each with the sign of its verdict, beside the line it begins on. */
export const Margin = memo(function Margin({ block, claims }: MarginProps) {
  const ground = useRef<HTMLDivElement>(null);
  const beginning = claims.filter(({ span }) => span.start >= block.start);
  // Each claim added before this block gives other numbers here, but lines are only laid out anew for other words.
  const spans = useSameItems(claims.map(({ span }) => span));
  const starts = useMemo(
    () => spans.flatMap(({ start }) => (start >= block.start ? [start] : [])),
    [spans, block],
  );
  const { middles, room } = useLineMiddles(ground, starts);
  const items = beginning.flatMap((claim) => {
    const middle = middles.get(claim.span.start);
    return middle === undefined ? [] : [{ claim, middle, width: widthOf(claim) }];
  });
  return (
    <div ref={ground} className={styles.margin}>
      {marginRows(items, room).map(({ middle, shown, hidden }) => (
        <div key={middle} className={styles.row} style={{ top: middle }}>
          {shown.map(({ claim }) => (
            <ClaimNumber key={claim.claim.id} claim={claim} />
          ))}
          {hidden.length > 0 && <MoreNumbers claims={hidden.map(({ claim }) => claim)} />}
        </div>
      ))}
    </div>
  );
});
