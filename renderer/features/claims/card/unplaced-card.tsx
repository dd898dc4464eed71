import type { ReactNode } from 'react';
import { getFormerWords } from '../../../../shared/domain/claims/retired-claims';
import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { statusLooks } from '../../../../shared/domain/verdict';
import card from '../../../ui/layout/card.module.css';
import { ClaimBody } from './claim-body';
import styles from './claim-card.module.css';
import { ClaimText } from './claim-text';
import { SelectionNote } from './selection-note';

interface UnplacedCardProps {
  unplaced: QueuedClaim;
  /** The list of the claim's evidence. */
  evidence: ReactNode;
  onDelete: () => void;
}

/** Everything about an unplaced claim. Its verdict can be set once it is attached to words of the draft. */
export function UnplacedCard({ unplaced, evidence, onDelete }: UnplacedCardProps) {
  const { claim, placement } = unplaced;
  const text = getFormerWords(placement);
  return (
    <section
      id="claim-card"
      className={`${card.card} recheck`}
      aria-label="Claim without a place"
      data-claim={claim.id}
    >
      <header className={styles.head}>
        <h2>Claim without a place</h2>
      </header>
      <ClaimText text={text} span={null} />
      {claim.judged && (
        <p>
          It was <s>{statusLooks[claim.verdict].inSentence}</s> on these words.
        </p>
      )}
      <SelectionNote claimId={claim.id} />
      <ClaimBody claim={claim} text={text} evidence={evidence} onSplit={null} onDelete={onDelete} />
    </section>
  );
}
