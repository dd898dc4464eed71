import { type MouseEvent, memo } from 'react';
import { type Claim, isAnswered, isResolved } from '../../../../shared/domain/claim';
import {
  describeSourceProblems,
  type EvidenceAssessment,
  evidenceGapLabels,
} from '../../../../shared/domain/claims/evidence-gaps';
import { getFormerWords } from '../../../../shared/domain/review/placed-claims';
import type { Review } from '../../../../shared/domain/review/review';
import { type ClaimStatus, statusLooks } from '../../../../shared/domain/verdict';
import { formatCount } from '../../../../shared/text/format/numbers';
import type { Span } from '../../../../shared/text/span';
import type { OutlineClaim, UnplacedClaim } from '../../../state/review/outline';
import { useDirectionAt, useSession } from '../../../state/review/use-session';
import { useSourceLook } from '../../../state/view/source-colors';
import { ClippedText } from '../../../ui/text/isolated-text';
import { RowTags } from '../tags/tag-field';
import styles from './claim-list.module.css';

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
  tagIds: readonly string[];
  isCurrent: boolean;
  onPress: PressRow;
}

/** Called with the event of a click, of which modifier keys select several claims. */
export type PressRow = (claimId: string, event: MouseEvent) => void;

function Row({ claimId, number, status, text, span, facts, tagIds, isCurrent, onPress }: RowProps) {
  const look = statusLooks[status];
  const { review } = useSession();
  const bySource = useSourceLook(review, claimId);
  return (
    <button
      type="button"
      className={`${styles.row} ${status} ${bySource?.className ?? ''}`}
      aria-current={isCurrent || undefined}
      data-claim={claimId}
      data-claim-row=""
      onClick={(event) => onPress(claimId, event)}
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
          {bySource?.number && (
            <span className="source-number" aria-hidden="true">
              {bySource.number}
            </span>
          )}
          {facts}
          {bySource && <span className="screen-reader-only">, {bySource.description}</span>}
        </small>
        {tagIds.length > 0 && <RowTags tagIds={tagIds} />}
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
  /** Whether the row is shown although the filters would hide it. */
  isOutsideFilter: boolean;
  onPress: PressRow;
}

export const ClaimRow = memo(function ClaimRow(props: ClaimRowProps) {
  const { placed, isCurrent, isOutsideFilter, onPress } = props;
  const { draft, review } = useSession();
  const { claim, number, span, status, evidence } = placed;
  const facts = describeEvidence(evidence, review, claim.id);
  return (
    <Row
      {...{ number, status, span, isCurrent, onPress }}
      claimId={claim.id}
      text={draft.text.slice(span.start, span.end)}
      facts={facts + describeAnswered(claim) + (isOutsideFilter ? ', not in the filter' : '')}
      tagIds={claim.tagIds}
    />
  );
});

interface UnplacedRowProps {
  unplaced: UnplacedClaim;
  isCurrent: boolean;
  onPress: PressRow;
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
      tagIds={claim.tagIds}
      onPress={onPress}
    />
  );
}
