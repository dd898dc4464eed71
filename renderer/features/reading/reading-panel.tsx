import {
  describeCounts,
  describeNoneUnread,
  getReadPercent,
} from '../../../shared/coverage/describe-coverage';
import { formatCount } from '../../../shared/text/format/numbers';
import { useKeyName } from '../../state/keys';
import { useCoverage } from '../../state/reading/coverage';
import { useReading } from '../../state/reading/reading';
import { Button } from '../../ui/button';
import { type MarkPlace, QueryList } from './query-list';
import styles from './reading-panel.module.css';
import { SentenceLists } from './sentence-lists';
import { type SpotActions, SpotList } from './spot-list';

/** Says how many sentences are looked at, partly, set aside and not looked at, and goes to the next of the last. */
function CoverageSummary({ onNextUnread }: { onNextUnread: () => void }) {
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

interface ReadingPanelProps {
  onNextUnread: () => void;
  spotActions: SpotActions;
  onMarkPlace: MarkPlace;
}

/**
 * Everything that reading the article's text found, in the order in which it helps:
 *
 * - how much of the article somebody has looked at.
 * - `query-list.tsx`: what the text contradicts in itself, each set aside with a reason.
 * - `spot-list.tsx`: words worth checking that no claim holds yet, by worth.
 * - `sentence-lists.tsx`: sentences that were partly looked at, and those that were set aside, which can be looked at again.
 */
export function ReadingPanel({ onNextUnread, spotActions, onMarkPlace }: ReadingPanelProps) {
  const reading = useReading();
  return (
    <nav className={styles.panel} aria-label="Reading">
      <div className={styles.scroller} data-reading-panel>
        <CoverageSummary onNextUnread={onNextUnread} />
        {reading === null ? (
          <p className={styles.empty}>Reading the article …</p>
        ) : (
          <>
            <QueryList onMark={onMarkPlace} />
            <SpotList actions={spotActions} />
            <SentenceLists />
          </>
        )}
      </div>
    </nav>
  );
}
