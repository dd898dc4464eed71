import { useCoverage } from '#renderer/window/state/reading/coverage.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { describeCounts, getReadPercent } from '#shared/coverage/describe-coverage.ts';

/** How much of the draft was read. The button goes to the next sentence to look at; its tooltip counts the sentences. */
export function ReadingStatus({ onPress }: { onPress: () => void }) {
  const coverage = useCoverage();
  const announcement = useReviewView((view) => view.announcement);
  return (
    <>
      {coverage && (
        <span data-tip={`Sentences: ${describeCounts(coverage.counts)}. Go to the next one not looked at.`}>
          <Button kind="quiet" onPress={onPress}>
            {getReadPercent(coverage.counts)}% read{' '}
            <span className="screen-reader-only">{describeCounts(coverage.counts)}</span>
          </Button>
        </span>
      )}
      <span className="screen-reader-only" aria-live="polite">
        {announcement}
      </span>
    </>
  );
}
