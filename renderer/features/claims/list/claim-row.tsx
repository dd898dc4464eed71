import { memo } from 'react';
import { isAnswered, isResolved } from '../../../../shared/domain/answer';
import type { Claim } from '../../../../shared/domain/claim';
import {
  describeSourceProblems,
  type EvidenceAssessment,
  evidenceGapLabels,
} from '../../../../shared/domain/claims/evidence-gaps';
import { getFormerWords } from '../../../../shared/domain/claims/retired-claims';
import type { Review } from '../../../../shared/domain/review/review';
import { type ClaimStatus, statusLooks } from '../../../../shared/domain/verdict';
import { formatCount } from '../../../../shared/text/format/format-count';
import type { Span } from '../../../../shared/text/span';
import type { OutlineClaim, UnplacedClaim } from '../../../state/review/outline';
import { useSession } from '../../../state/review/use-session';
import { useDirectionAt } from '../../../state/view/direction';
import { goToClaim } from '../../../state/view/navigate';
import { showCardIfNarrow } from '../../../state/view/panels';
import { ClippedText } from '../../../ui/text/clipped-text';
import styles from './claim-row.module.css';

/** "2 sources, secondary only". */
function describeEvidence({ sources, gaps }: EvidenceAssessment, review: Review, claimId: string): string {
  const gapDescriptions = gaps.map((gap) => {
    if (gap === 'unreliableOnly') return describeSourceProblems(review, claimId);
    const label = evidenceGapLabels[gap].toLowerCase();
    return gap === 'unseenOnly' ? `evidence ${label}` : label;
  });
  const isCountInGap = gaps.includes('noSource') || gaps.includes('oneSource');
  const count = isCountInGap ? [] : [formatCount(sources, 'source')];
  return [...count, ...gapDescriptions].join(', ');
}

/** "2 possible places". */
function describeCandidates({ placement: { candidates } }: UnplacedClaim): string {
  return candidates.length === 0 ? 'not found' : formatCount(candidates.length, 'possible place');
}

interface RowProps {
  claimId: string;
  number: number | null;
  status: ClaimStatus;
  text: string;
  span: Span | null;
  facts: string;
  isCurrent: boolean;
  onClick: () => void;
}

function Row({ claimId, number, status, text, span, facts, isCurrent, onClick }: RowProps) {
  const look = statusLooks[status];
  return (
    <button
      type="button"
      className={`${styles.row} ${status}`}
      aria-current={isCurrent || undefined}
      data-claim={claimId}
      data-claim-row=""
      onClick={onClick}
    >
      <span className="claim-number">{number}</span>
      <span className="status-glyph" aria-hidden="true">
        {look.glyph}
      </span>
      <span className={styles.text}>
        <ClippedText lines={3} dir={useDirectionAt(span, text)}>
          {text}
        </ClippedText>
        <small>
          <span className="screen-reader-only">{look.label}, </span>
          {facts}
        </small>
      </span>
    </button>
  );
}

/** The author's part in the comment of a claim, as the end of its facts. */
function describeAnswered(claim: Claim): string {
  if (isAnswered(claim)) return ', answered';
  return isResolved(claim) ? ', resolved' : '';
}

interface ClaimRowProps {
  placed: OutlineClaim;
  isCurrent: boolean;
}

export const ClaimRow = memo(function ClaimRow({ placed, isCurrent }: ClaimRowProps) {
  const { draft, review } = useSession();
  const { claim, number, span, status, evidence } = placed;
  const facts = describeEvidence(evidence, review, claim.id);
  return (
    <Row
      {...{ number, status, span, isCurrent }}
      claimId={claim.id}
      text={draft.text.slice(span.start, span.end)}
      facts={facts + describeAnswered(claim)}
      onClick={() => {
        goToClaim(placed);
        showCardIfNarrow();
      }}
    />
  );
});

interface UnplacedRowProps {
  unplaced: UnplacedClaim;
  isCurrent: boolean;
  onPress: () => void;
}

export function UnplacedRow({ unplaced, isCurrent, onPress }: UnplacedRowProps) {
  const { review } = useSession();
  const { claim, placement, status, evidence } = unplaced;
  const facts = `${describeCandidates(unplaced)}, ${describeEvidence(evidence, review, claim.id)}`;
  return (
    <Row
      {...{ status, isCurrent }}
      span={null}
      claimId={claim.id}
      number={null}
      text={getFormerWords(placement)}
      facts={facts + describeAnswered(claim)}
      onClick={onPress}
    />
  );
}
