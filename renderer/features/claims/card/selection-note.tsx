import { verdicts } from '../../../../shared/domain/verdict';
import { useKeyName } from '../../../state/keys';
import { useOutline, useSession } from '../../../state/review/use-session';
import { useReviewView } from '../../../state/view/review-view';
import { findClaimOn } from '../actions/current-claim';
import styles from './claim-card.module.css';
import { VerdictKeyList } from './verdict-key-list';

/** Explains, while there is a selection, that the keys act on the selection instead of the claim on the card. */
export function SelectionNote({ claimId }: { claimId: string }) {
  const session = useSession();
  // Renders again when a claim on the selection is added or removed.
  useOutline();
  const resizeKey = useKeyName('resize');
  const selection = useReviewView((view) => view.selection);
  const isAttaching = useReviewView((view) => view.queue?.isAttaching ?? false);
  if (!selection || session.readOnly) return null;
  if (isAttaching)
    return (
      <p className={styles.keys}>
        {resizeKey && (
          <>
            <kbd>{resizeKey}</kbd> attaches this claim to the selected words.
          </>
        )}
        <VerdictKeyList verdicts={verdicts} before=" " after=" judge it after that." />
      </p>
    );
  const selectedClaim = findClaimOn(session, selection);
  if (selectedClaim?.claim.id === claimId) return null;
  return (
    <p className={styles.keys}>
      <VerdictKeyList
        verdicts={verdicts}
        after={
          selectedClaim
            ? ` judge claim ${selectedClaim.number}, whose words are selected. `
            : ' mark the selected words. '
        }
      />
      {resizeKey && (
        <>
          <kbd>{resizeKey}</kbd> resizes this claim to them.
        </>
      )}
    </p>
  );
}
