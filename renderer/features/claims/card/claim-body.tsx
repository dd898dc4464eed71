import type { ReactNode } from 'react';
import type { Claim } from '../../../../shared/domain/claim';
import { useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import styles from './claim-card.module.css';
import { ClaimFields } from './claim-fields';
import { ClaimHistory } from './claim-history';

interface ClaimBodyProps {
  claim: Claim;
  /** The words it stands on, or stood on last. */
  words: string;
  /** What ties the claim to its sources. */
  evidence: ReactNode;
  onDelete: () => void;
}

/** What a card tells of a claim wherever it stands: what was written on it, its evidence, its history. */
export function ClaimBody({ claim, words, evidence, onDelete }: ClaimBodyProps) {
  const { readOnly } = useSession();
  return (
    <>
      <ClaimFields
        key={claim.id}
        claimId={claim.id}
        words={words}
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
    </>
  );
}
