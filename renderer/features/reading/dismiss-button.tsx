import { useKeyName } from '../../state/keys';
import { useCoverage } from '../../state/reading/coverage';
import { useReading } from '../../state/reading/reading';
import { useSession } from '../../state/review/use-session';
import { useReviewView } from '../../state/view/review-view';
import { Button } from '../../ui/button';
import { touchesState } from './dismiss-sentences';

/** The button beside selected words that dismisses their sentences; nothing while all of them were read. */
export function DismissButton({ onPress }: { onPress: () => void }) {
  const { readOnly } = useSession();
  const selection = useReviewView((view) => view.selection);
  const keyName = useKeyName('dismissHere');
  const reading = useReading();
  const coverage = useCoverage();
  if (readOnly || !selection || !reading || !coverage) return null;
  if (!touchesState(reading, coverage, selection, 'unread')) return null;
  return (
    <Button shortcut={keyName} onPress={onPress}>
      Nothing to check
    </Button>
  );
}
