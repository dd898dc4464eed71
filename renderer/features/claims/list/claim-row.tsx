import { memo } from 'react';
import {
  type Backing,
  backingGapLabels,
  howSourcesFell,
} from '../../../../shared/domain/claims/evidence-gaps';
import { wordsBefore } from '../../../../shared/domain/claims/retired';
import type { Review } from '../../../../shared/domain/review/review';
import { type Standing, standingLooks } from '../../../../shared/domain/verdict';
import { counted } from '../../../../shared/text/format/count-of';
import type { Span } from '../../../../shared/text/span';
import { useDirectionAt } from '../../../state/reading/direction';
import { showCardForList } from '../../../state/reading/panels';
import type { ShownClaim, WaitingClaim } from '../../../state/review/outline';
import { goToClaim } from '../../../state/review/review-view';
import { useSession } from '../../../state/review/session-context';
import { ClippedText } from '../../../ui/text/clipped-text';
import styles from './claim-row.module.css';

/** "2 sources, secondary only". */
function backingWords({ sources, gaps }: Backing, review: Review, claimId: string): string {
  const marked = gaps.map((gap) =>
    gap === 'fallenOnly' ? howSourcesFell(review, claimId) : backingGapLabels[gap].toLowerCase(),
  );
  const isCounted = gaps.includes('noSource') || gaps.includes('oneSource');
  const count = isCounted ? [] : [counted(sources, 'source')];
  return [...count, ...marked].join(', ');
}

/** "2 possible places". */
function placesWords({ placement: { candidates } }: WaitingClaim): string {
  return candidates.length === 0 ? 'not found' : counted(candidates.length, 'possible place');
}

interface RowProps {
  claimId: string;
  number: number | null;
  standing: Standing;
  words: string;
  span: Span | null;
  about: string;
  isCurrent: boolean;
  onClick: () => void;
}

function Row({ claimId, number, standing, words, span, about, isCurrent, onClick }: RowProps) {
  const look = standingLooks[standing];
  return (
    <button
      type="button"
      className={`${styles.row} ${standing}`}
      aria-current={isCurrent || undefined}
      data-claim={claimId}
      data-claim-row=""
      onClick={onClick}
    >
      <span className={styles.number}>{number}</span>
      <span className={styles.glyph} aria-hidden="true">
        {look.glyph}
      </span>
      <span className={styles.words}>
        <ClippedText lines={3} dir={useDirectionAt(span, words)}>
          {words}
        </ClippedText>
        <small>
          <span className="aside-voice">{look.label}, </span>
          {about}
        </small>
      </span>
    </button>
  );
}

interface ClaimRowProps {
  shown: ShownClaim;
  isCurrent: boolean;
}

export const ClaimRow = memo(function ClaimRow({ shown, isCurrent }: ClaimRowProps) {
  const { draft, review } = useSession();
  const { claim, number, span, standing, backing } = shown;
  return (
    <Row
      {...{ number, standing, span, isCurrent }}
      claimId={claim.id}
      words={draft.text.slice(span.start, span.end)}
      about={backingWords(backing, review, claim.id)}
      onClick={() => {
        goToClaim(shown);
        showCardForList();
      }}
    />
  );
});

interface WaitingRowProps {
  waiting: WaitingClaim;
  isCurrent: boolean;
  onPress: () => void;
}

/** A claim that waits for a place in the draft. */
export function WaitingRow({ waiting, isCurrent, onPress }: WaitingRowProps) {
  const { review } = useSession();
  const { claim, placement, standing, backing } = waiting;
  return (
    <Row
      {...{ standing, isCurrent }}
      span={null}
      claimId={claim.id}
      number={null}
      words={wordsBefore(placement)}
      about={`${placesWords(waiting)}, ${backingWords(backing, review, claim.id)}`}
      onClick={onPress}
    />
  );
}
