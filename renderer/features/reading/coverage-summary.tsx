import { formatCount } from '../../../shared/text/format/format-count';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useCoverage } from '../../state/reading/coverage';
import { Button } from '../../ui/button';
import { ProgressMeter } from '../../ui/layout/progress-meter';
import styles from './coverage-summary.module.css';

/** Says how many sentences have claims, were dismissed, or nobody has looked at, and goes to the next of these. */
export function CoverageSummary({ onNextUnread }: { onNextUnread: () => void }) {
  const coverage = useCoverage();
  if (!coverage) return null;
  const { covered, dismissed, unread, total } = coverage.counts;
  if (total === 0) return null;
  return (
    <section className={styles.summary} aria-label="Coverage">
      <p className={styles.share}>{describeShare(total - unread, total)}</p>
      <ProgressMeter
        parts={[
          { tone: 'verified', amount: covered },
          { tone: 'unchecked', amount: dismissed },
        ]}
        total={total}
      />
      <p className={styles.counts}>
        {formatNumber(covered)} covered · {formatNumber(dismissed)} nothing to check · {formatNumber(unread)}{' '}
        unread
      </p>
      {unread > 0 ? (
        <Button kind="quiet" shortcut="N" onPress={onNextUnread}>
          Next unread sentence
        </Button>
      ) : (
        <p className={styles.counts}>Every sentence is covered or dismissed.</p>
      )}
    </section>
  );
}

/** "71 % read of 42 sentences". Never 100 % while a sentence is unread. */
function describeShare(read: number, total: number): string {
  const percent = read === total ? 100 : Math.min(99, Math.round((read / total) * 100));
  return `${percent} % read of ${formatCount(total, 'sentence')}`;
}
