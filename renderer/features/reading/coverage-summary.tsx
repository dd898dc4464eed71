import { describeCounts, getReadPercent } from '../../../shared/coverage/describe-coverage';
import { formatCount } from '../../../shared/text/format/format-count';
import { useKeyName } from '../../state/keys';
import { useCoverage } from '../../state/reading/coverage';
import { Button } from '../../ui/button';
import { ProgressMeter } from '../../ui/layout/progress-meter';
import styles from './coverage-summary.module.css';

/** Says how many sentences have claims, were dismissed, or nobody has looked at, and goes to the next of these. */
export function CoverageSummary({ onNextUnread }: { onNextUnread: () => void }) {
  const coverage = useCoverage();
  const nextKey = useKeyName('nextUnread');
  if (!coverage) return null;
  const { covered, dismissed, unread, total } = coverage.counts;
  if (total === 0) return null;
  return (
    <section className={styles.summary} aria-label="Coverage">
      <p className={styles.share}>
        {getReadPercent(coverage.counts)}% read of {formatCount(total, 'sentence')}
      </p>
      <ProgressMeter
        parts={[
          { tone: 'verified', amount: covered },
          { tone: 'unchecked', amount: dismissed },
        ]}
        total={total}
      />
      <p className={styles.counts}>{describeCounts(coverage.counts)}</p>
      {unread > 0 ? (
        <Button kind="quiet" shortcut={nextKey} onPress={onNextUnread}>
          Next unread sentence
        </Button>
      ) : (
        <p className={styles.counts}>Every sentence is covered or dismissed.</p>
      )}
    </section>
  );
}
