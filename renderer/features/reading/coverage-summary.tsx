import {
  describeCounts,
  describeNoneUnread,
  getReadPercent,
} from '../../../shared/coverage/describe-coverage';
import { formatCount } from '../../../shared/text/format/format-count';
import { useKeyName } from '../../state/keys';
import { useCoverage } from '../../state/reading/coverage';
import { Button } from '../../ui/button';
import styles from './reading-panel.module.css';

/** Says how many sentences are looked at, partly, set aside and not looked at, and goes to the next of the last. */
export function CoverageSummary({ onNextUnread }: { onNextUnread: () => void }) {
  const coverage = useCoverage();
  const nextKey = useKeyName('nextUnread');
  if (!coverage) return null;
  const { partly, notLookedAt, total } = coverage.counts;
  if (total === 0) return null;
  return (
    <section className={styles.summary} aria-label="Coverage">
      <p className={styles.share}>
        {getReadPercent(coverage.counts)}% read of {formatCount(total, 'sentence')}
      </p>
      <p className={styles.counts}>{describeCounts(coverage.counts)}</p>
      {notLookedAt === 0 && <p className={styles.counts}>{describeNoneUnread(coverage.counts)}</p>}
      {notLookedAt + partly > 0 && (
        <Button kind="quiet" shortcut={nextKey} onPress={onNextUnread}>
          {notLookedAt > 0 ? 'Next sentence not looked at' : 'Next open words'}
        </Button>
      )}
    </section>
  );
}
