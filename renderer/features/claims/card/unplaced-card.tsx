import type { ReactNode } from 'react';
import { wordsBefore } from '../../../../shared/domain/claims/retired';
import type { QueuedClaim } from '../../../../shared/domain/review/queue';
import { standingLooks } from '../../../../shared/domain/verdict';
import { ClaimBody } from './claim-body';
import styles from './claim-card.module.css';
import { ClaimWords } from './claim-words';
import { SelectionNote } from './selection-note';

interface UnplacedCardProps {
  queued: QueuedClaim;
  /** What ties the claim to its sources. */
  evidence: ReactNode;
  onDelete: () => void;
}

/** Everything about a claim that stands nowhere in the draft; it is judged where it stands again. */
export function UnplacedCard({ queued: { claim, placement }, evidence, onDelete }: UnplacedCardProps) {
  return (
    <section
      id="claim-card"
      className={`${styles.card} recheck`}
      aria-label="Claim without a place"
      data-claim={claim.id}
    >
      <header className={styles.head}>
        <h2>Claim without a place</h2>
      </header>
      <ClaimWords words={wordsBefore(placement)} span={null} />
      {claim.judged && (
        <p>
          It was <s>{standingLooks[claim.verdict].inSentence}</s> on these words.
        </p>
      )}
      <SelectionNote claimId={claim.id} />
      <ClaimBody claim={claim} words={wordsBefore(placement)} evidence={evidence} onDelete={onDelete} />
    </section>
  );
}
