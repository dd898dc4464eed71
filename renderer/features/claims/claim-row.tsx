import { memo } from 'react';
import { type Backing, backingGapLabels } from '../../../shared/domain/backing';
import { standingLooks } from '../../../shared/domain/verdict';
import { counted } from '../../../shared/text/counted';
import { shorten } from '../../../shared/text/shorten';
import type { ShownClaim } from '../../state/outline';
import { goToClaim } from '../../state/review-view';
import { useSession } from '../../state/session-context';
import styles from './claim-row.module.css';

interface ClaimRowProps {
  shown: ShownClaim;
  isCurrent: boolean;
}

/** "2 sources, secondary only". */
function backingWords({ sources, gaps }: Backing): string {
  const marked = gaps.map((gap) => backingGapLabels[gap].toLowerCase());
  const count = gaps.includes('noSource') || gaps.includes('oneSource') ? [] : [counted(sources, 'source')];
  return [...count, ...marked].join(', ');
}

export const ClaimRow = memo(function ClaimRow({ shown, isCurrent }: ClaimRowProps) {
  const { draft } = useSession();
  const { number, span, standing, backing } = shown;
  const look = standingLooks[standing];
  return (
    <button
      type="button"
      className={`${styles.row} ${standing}`}
      data-claim={shown.claim.id}
      aria-current={isCurrent || undefined}
      onClick={() => goToClaim(shown)}
    >
      <span className={styles.number}>{number}</span>
      <span className={styles.glyph} aria-hidden="true">
        {look.glyph}
      </span>
      <span className={styles.words}>
        {shorten(draft.text.slice(span.start, span.end), 120)}
        <small>
          <span className="aside-voice">{look.label}, </span>
          {backingWords(backing)}
        </small>
      </span>
    </button>
  );
});
