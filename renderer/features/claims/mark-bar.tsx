import { standingLooks, verdicts } from '../../../shared/domain/verdict';
import { useReviewView } from '../../state/review-view';
import { useClaimNumber } from '../../state/session-context';
import { Button } from '../../ui/button';
import { giveVerdict, markSelection, resizeToSelection } from './claim-steps';
import { verdictKeys } from './verdict-keys';

/** What can be done with the selected words. */
export function MarkBar() {
  const current = useClaimNumber(useReviewView((view) => view.current));
  return (
    <>
      <Button shortcut="C" onPress={markSelection}>
        Claim
      </Button>
      {verdicts.slice(0, 3).map((verdict) => (
        <Button
          key={verdict}
          shortcut={verdictKeys[verdict]}
          sign={standingLooks[verdict].glyph}
          onPress={() => giveVerdict(verdict)}
        >
          {standingLooks[verdict].label}
        </Button>
      ))}
      {current !== null && (
        <Button shortcut="R" onPress={resizeToSelection}>
          Resize claim {current}
        </Button>
      )}
    </>
  );
}
