import { memo, useContext, useMemo, useRef } from 'react';
import type { Block } from '../../../../shared/domain/draft';
import { standingLooks } from '../../../../shared/domain/verdict';
import { counted } from '../../../../shared/text/counted';
import type { ShownClaim } from '../../../state/outline';
import { goToClaim } from '../../../state/review-view';
import { GalleyContext } from '../galley-context';
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
  const beginning = useMemo(() => claims.filter(({ span }) => span.start >= block.start), [block, claims]);
  const starts = useMemo(() => beginning.map(({ span }) => span.start), [beginning]);
  const { middles, room } = useLineMiddles(ground, starts);
  const items = beginning.flatMap((claim, index) => {
    const middle = middles[index];
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
