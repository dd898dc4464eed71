import { memo } from 'react';
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

function evidenceWords(count: number): string {
  return count === 0 ? 'no source' : counted(count, 'source');
}

export const ClaimRow = memo(function ClaimRow({ shown, isCurrent }: ClaimRowProps) {
  const { draft } = useSession();
  const { number, span, standing, evidence } = shown;
  const look = standingLooks[standing];
  return (
    <button
      type="button"
      className={`${styles.row} ${standing}`}
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
          {evidenceWords(evidence)}
        </small>
      </span>
    </button>
  );
});
