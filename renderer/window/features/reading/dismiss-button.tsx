import { useKeyName } from '#renderer/window/state/keys.ts';
import { useCoverage } from '#renderer/window/state/reading/coverage.ts';
import { useReading } from '#renderer/window/state/reading/reading.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { findSetAsideExtent, labelNothingToCheck } from './dismiss-sentences.ts';

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
