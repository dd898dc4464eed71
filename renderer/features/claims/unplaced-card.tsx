import type { ReactNode } from 'react';
import { wordsBefore } from '../../../shared/domain/let-go';
import type { QueuedClaim } from '../../../shared/domain/queue';
import { standingLooks } from '../../../shared/domain/verdict';
import { useSession } from '../../state/session-context';
import { Button } from '../../ui/button';
import styles from './claim-card.module.css';
import { ClaimFields } from './claim-fields';
import { ClaimHistory } from './claim-history';

interface UnplacedCardProps {
  queued: QueuedClaim;
  /** What ties the claim to its sources. */
  evidence: ReactNode;
  onDelete: () => void;
}

/** Everything about a claim that stands nowhere in the draft; it is judged where it stands again. */
export function UnplacedCard({ queued: { claim, placement }, evidence, onDelete }: UnplacedCardProps) {
  const { readOnly } = useSession();
  return (
    <section id="claim-card" className={`${styles.card} recheck`} aria-label="Claim without a place">
      <header className={styles.head}>
        <h2>Claim without a place</h2>
      </header>
      <div className={styles.words} role="comment">
        {wordsBefore(placement)}
      </div>
      {claim.judged && (
        <p>
          It was <s>{standingLooks[claim.verdict].inSentence}</s> on these words.
        </p>
      )}
      <ClaimFields
        key={claim.id}
        claimId={claim.id}
        note={claim.note}
        correction={claim.correction}
        claimant={claim.claimant}
        kind={claim.kind}
      />
      {evidence}
      <ClaimHistory claimId={claim.id} />
      {!readOnly && (
        <div className={styles.end}>
          <Button kind="quiet" onPress={onDelete}>
            Delete claim
          </Button>
        </div>
      )}
    </section>
  );
}
