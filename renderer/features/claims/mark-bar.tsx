import { judgedVerdicts, statusLooks } from '../../../shared/domain/verdict';
import { useKeyNames } from '../../state/keys';
import { useClaimNumber, useOutline, useSession } from '../../state/review/use-session';
import { useReviewView } from '../../state/view/review-view';
import { Button } from '../../ui/button';
import { findClaimOn } from './actions/current-claim';
import { markSelection, resizeToSelection } from './actions/mark-claim';
import { setCurrentVerdict } from './actions/set-verdict';
import styles from './mark-bar.module.css';

const choices = judgedVerdicts.map((verdict) => ({ verdict, set: () => setCurrentVerdict(verdict) }));

/**
 * The buttons of the selection bar: mark a claim, set a verdict, resize the current claim. A read-only article has none to
 * press.
 */
export function MarkBar() {
  const session = useSession();
  const { readOnly } = session;
  const nameOf = useKeyNames();
  // Renders again when a claim on the selection is added or removed.
  useOutline();
  const currentNumber = useClaimNumber(useReviewView((view) => view.currentClaimId));
  const selection = useReviewView((view) => view.selection);
  const selectedClaim = selection ? findClaimOn(session, selection) : undefined;
  return (
    <>
      <span className={styles.target}>
        {readOnly ? 'Read-only' : selectedClaim ? `Claim ${selectedClaim.number}:` : 'Mark as'}
      </span>
      <Button shortcut={nameOf('mark')} onPress={markSelection} isDisabled={readOnly}>
        Claim
      </Button>
      {choices.map(({ verdict, set }) => (
        <Button
          key={verdict}
          shortcut={nameOf(verdict)}
          icon={statusLooks[verdict].glyph}
          onPress={set}
          isDisabled={readOnly}
        >
          {statusLooks[verdict].label}
        </Button>
      ))}
      {currentNumber !== null && currentNumber !== selectedClaim?.number && (
        <Button shortcut={nameOf('resize')} onPress={resizeToSelection} isDisabled={readOnly}>
          Resize claim {currentNumber}
        </Button>
      )}
    </>
  );
}
