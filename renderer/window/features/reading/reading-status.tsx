import { describeCounts, getReadPercent } from '../../../../shared/coverage/describe-coverage';
import { useCoverage } from '../../state/reading/coverage';
import { useReviewView } from '../../state/view/review-view';
import { Button } from '../../ui/button';

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
