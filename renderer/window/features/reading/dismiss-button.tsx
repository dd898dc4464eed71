import { useKeyName } from '../../state/keys';
import { useCoverage } from '../../state/reading/coverage';
import { useReading } from '../../state/reading/reading';
import { useSession } from '../../state/review/use-session';
import { useReviewView } from '../../state/view/review-view';
import { Button } from '../../ui/button';
import { findSetAsideExtent, labelNothingToCheck } from './dismiss-sentences';

/** The button beside selected words that sets their sentences aside, which it names; nothing while all of them were read. */
export function DismissButton({ onPress }: { onPress: () => void }) {
  const { readOnly } = useSession();
  const selection = useReviewView((view) => view.selection);
  const keyName = useKeyName('dismissHere');
  const reading = useReading();
  const coverage = useCoverage();
  if (readOnly || !selection || !reading || !coverage) return null;
  const extent = findSetAsideExtent(reading, coverage, selection);
  return (
    extent && (
      <Button shortcut={keyName} onPress={onPress}>
        {labelNothingToCheck(extent)}
      </Button>
    )
  );
}
