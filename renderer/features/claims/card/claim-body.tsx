import type { ReactNode } from 'react';
import type { Claim } from '../../../../shared/domain/claim';
import { useKeyName } from '../../../state/keys';
import { useSession } from '../../../state/review/use-session';
import { Button } from '../../../ui/button';
import { TagField } from '../tags/tag-field';
import { Answers } from './answers';
import styles from './claim-card.module.css';
import { ClaimFields } from './claim-fields';
import { ClaimHistory } from './claim-history';

interface ClaimBodyProps {
  claim: Claim;
  /** The claim's text in the article; for an unplaced claim, its last one. */
  text: string;
  /** The list of the claim's evidence. */
  evidence: ReactNode;
  /** Splits the claim; null where it has a single sentence or no place. */
  onSplit: (() => void) | null;
  onDelete: () => void;
}

/** The part of the card that placed and unplaced claims share: the author's answers, the fields, the evidence, the history. */
export function ClaimBody({ claim, text, evidence, onSplit, onDelete }: ClaimBodyProps) {
  const { readOnly } = useSession();
  const splitKey = useKeyName('splitClaim');
  return (
    <>
      <Answers answers={claim.answers} />
      <ClaimFields
        key={`fields ${claim.id}`}
        claimId={claim.id}
        text={text}
        note={claim.note}
        correction={claim.correction}
        claimant={claim.claimant}
        kind={claim.kind}
      />
      <TagField key={`tags ${claim.id}`} claims={[claim]} />
      {evidence}
      <ClaimHistory claimId={claim.id} />
      {!readOnly && (
        <div className={styles.end}>
          {onSplit && (
            <Button kind="quiet" shortcut={splitKey} onPress={onSplit}>
              Split by sentence
            </Button>
          )}
          <Button kind="quiet" onPress={onDelete}>
            Delete claim
          </Button>
        </div>
      )}
    </>
  );
}
