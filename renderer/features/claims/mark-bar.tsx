import { standingLooks, verdicts } from '../../../shared/domain/verdict';
import { useReviewView } from '../../state/review/review-view';
import { useClaimNumber, useSession, useShownClaims } from '../../state/review/session-context';
import { Button } from '../../ui/button';
import { claimOn, giveVerdict, markSelection, resizeToSelection } from './claim-steps';
import styles from './mark-bar.module.css';
import { verdictKeys } from './verdict-keys';

const choices = verdicts.slice(0, 3).map((verdict) => ({ verdict, give: () => giveVerdict(verdict) }));

/** What can be done with the selected words. */
export function MarkBar() {
  const session = useSession();
  useShownClaims();
  const current = useClaimNumber(useReviewView((view) => view.current));
  const selection = useReviewView((view) => view.selection);
  const there = selection ? claimOn(session, selection) : undefined;
  return (
    <>
      <span className={styles.target}>{there ? `Claim ${there.number}:` : 'Mark as'}</span>
      <Button shortcut="C" onPress={markSelection}>
        Claim
      </Button>
      {choices.map(({ verdict, give }) => (
        <Button
          key={verdict}
          shortcut={verdictKeys[verdict]}
          sign={standingLooks[verdict].glyph}
          onPress={give}
        >
          {standingLooks[verdict].label}
        </Button>
      ))}
      {current !== null && current !== there?.number && (
        <Button shortcut="R" onPress={resizeToSelection}>
          Resize claim {current}
        </Button>
      )}
    </>
  );
}
