import { useReviewView } from '../../../state/review/review-view';
import { useSession, useShownClaims } from '../../../state/review/session-context';
import { claimOn } from '../claim-steps';
import styles from './claim-card.module.css';

/** While words are selected, the keys act on them and not on the claim of the card: says so where it would surprise. */
export function SelectionNote({ claimId }: { claimId: string }) {
  const session = useSession();
  useShownClaims();
  const selection = useReviewView((view) => view.selection);
  const isAttaching = useReviewView((view) => view.queue?.attaching ?? false);
  if (!selection || session.readOnly) return null;
  if (isAttaching)
    return (
      <p className={styles.keys}>
        <kbd>R</kbd> attaches this claim to the selected words. <kbd>V</kbd> <kbd>D</kbd> <kbd>X</kbd>{' '}
        <kbd>U</kbd> judge it after that.
      </p>
    );
  const there = claimOn(session, selection);
  if (there?.claim.id === claimId) return null;
  return (
    <p className={styles.keys}>
      <kbd>V</kbd> <kbd>D</kbd> <kbd>X</kbd> <kbd>U</kbd>{' '}
      {there ? `judge claim ${there.number}, whose words are selected.` : 'mark the selected words.'}{' '}
      <kbd>R</kbd> resizes this claim to them.
    </p>
  );
}
